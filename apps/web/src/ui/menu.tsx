import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { cx } from './class-names.js';
import button from './button.module.css';
import styles from './overlay.module.css';

/**
 * A button that opens a short list of links and acts (a disclosure: links stay links).
 * Closes on Escape, on a choice and on a click elsewhere; Escape gives the focus back.
 */
export function Menu(props: {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  const escape = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    <div
      ref={box}
      className={styles.menuBox}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) escape();
      }}
    >
      <button
        type="button"
        className={props.className ?? button.icon}
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {props.trigger}
      </button>
      <div
        id={id}
        hidden={!open}
        className={cx(styles.menu)}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a,button')) setOpen(false);
        }}
      >
        {props.children}
      </div>
    </div>
  );
}

/** Who the menu is about. */
export function MenuHead(props: { readonly name: string; readonly children?: ReactNode }) {
  return (
    <p className={styles.menuHead}>
      <b>{props.name}</b>
      {props.children}
    </p>
  );
}

/** A line between groups. */
export function MenuSeparator() {
  return <div className={styles.menuSep} role="presentation" />;
}

/** Initial of a person in a ring. */
export function PersonMark({ givenName }: { readonly givenName: string }) {
  return (
    <span className={styles.who} lang="vi" aria-hidden="true">
      {[...givenName.normalize('NFC')][0]?.toLocaleUpperCase('vi') ?? '·'}
    </span>
  );
}
