import {
  createContext,
  useCallback,
  useContext,
  type ComponentPropsWithoutRef,
  type MouseEvent,
} from 'react';

/** How a program changes its page without loading a new one. */
export interface Navigation {
  /** Whether this address belongs to the program; others are loaded by the browser. */
  readonly owns: (href: string) => boolean;
  readonly go: (href: string) => void;
}

const outside: Navigation = { owns: () => false, go: (href) => location.assign(href) };

/** Each program provides its router here, so that shared parts know neither. */
export const NavigationContext = createContext<Navigation>(outside);

type AnchorProps = ComponentPropsWithoutRef<'a'>;

export interface LinkProps extends AnchorProps {
  readonly href: string;
}

function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented;
}

/** A link: inside the program without a reload, elsewhere an ordinary one. */
export function Link({ href, onClick, target, download, ...rest }: LinkProps) {
  const navigation = useContext(NavigationContext);
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const ordinary = target !== undefined || download !== undefined || href.startsWith('#');
    if (ordinary || !isPlainClick(event) || !navigation.owns(href)) return;
    event.preventDefault();
    navigation.go(href);
  };
  return <a href={href} target={target} download={download} onClick={click} {...rest} />;
}

/** Goes to a page after an act: `const go = useGo(); go(href('home'))`. */
export function useGo(): (href: string) => void {
  const navigation = useContext(NavigationContext);
  return useCallback(
    (href) => (navigation.owns(href) ? navigation.go(href) : location.assign(href)),
    [navigation],
  );
}
