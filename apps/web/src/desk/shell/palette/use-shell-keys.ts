import { useEffect } from 'react';
import { useSession } from '../../../lib/session/session.js';
import { useGo } from '../../../ui/link.js';
import { href } from '../../routes.js';
import { placesFor } from '../places.js';
import { PLACE_KEYS } from './place-keys.js';

export type Opened = 'palette' | 'keys';

/** How long after G its letter is waited for. */
const PAUSE_MS = 1_500;

/** Keys that work everywhere at the desk: Ctrl K, ?, G with a letter, /. */
export function useShellKeys(open: (what: Opened) => void): void {
  const go = useGo();
  const { home, groups } = placesFor(useSession());
  const places = [home, ...groups.flatMap((group) => group.places)];
  const byKey = places.map(({ name }) => `${PLACE_KEYS[name]}${href(name)}`).join(' ');
  useEffect(() => {
    const hrefs = new Map(byKey.split(' ').map((one) => [one.charAt(0), one.slice(1)]));
    const single = singleKeys(hrefs, go, open);
    // Single keys are heard before pages with keys of their own, Ctrl K after the editor, where it makes a link.
    const early = (event: KeyboardEvent) => {
      if (isFree(event) && !isTyping(event) && single(event)) take(event);
    };
    const late = (event: KeyboardEvent) => {
      if (!isFree(event) || !isPaletteKey(event)) return;
      take(event);
      open('palette');
    };
    window.addEventListener('keydown', early, true);
    window.addEventListener('keydown', late);
    return () => {
      window.removeEventListener('keydown', early, true);
      window.removeEventListener('keydown', late);
    };
  }, [byKey, go, open]);
}

/** Acts on a single key; true when it was meant for the desk. */
function singleKeys(
  hrefs: ReadonlyMap<string, string>,
  go: (href: string) => void,
  open: (what: Opened) => void,
): (event: KeyboardEvent) => boolean {
  let gAt = -Infinity;
  return ({ key, timeStamp }) => {
    const letter = key.toLowerCase();
    const place = timeStamp - gAt < PAUSE_MS ? hrefs.get(letter) : undefined;
    gAt = letter === 'g' && place === undefined ? timeStamp : -Infinity;
    if (place !== undefined) go(place);
    else if (key === '?') open('keys');
    else if (key === '/') return focusSearch();
    return place !== undefined || key === '?';
  };
}

/** Nobody has taken the key, and no dialog waits for an answer. */
function isFree(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && document.querySelector('dialog[open]') === null;
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function isPaletteKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !event.altKey;
}

/** Letters belong to the field they are typed into; with a modifier they are somebody else's. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    target.closest('input,textarea,select,[contenteditable]') !== null
  );
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null;
}
