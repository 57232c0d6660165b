import { noteAfter, type StandingNote } from './model/note-after.js';

/** Notes on the page. */
const NOTE = 'article[data-note]';
/** Drawings until the next note must stand there: a text that is shown anew comes portion by portion. */
const DRAWINGS = 30;

/** Where the focus goes once an act of a note is done: on to the next note, or back to the same one. */
export type FocusAfter = 'next' | 'same';

/**
 * Remembers where a note stands before its act is done; call what it answers afterwards. What was pressed leaves the
 * page with the act, and the focus of keyboards and screen readers would fall back to the beginning of everything: it
 * goes to the next open note, else to the heading above the notes. Whoever has gone elsewhere meanwhile stays there.
 */
export function focusAfter(pressed: Element | null, to: FocusAfter): () => void {
  const card = pressed?.closest<HTMLElement>(NOTE) ?? null;
  if (card === null) return () => undefined;
  const id = idOf(card);
  const dialog = card.closest('dialog');
  const heading = headingOf(card);
  const before = standing(dialog);
  const order = before.map((note) => note.id);
  const next = (now: readonly StandingNote[]) => (to === 'same' ? id : noteAfter(order, id, now));
  // A text that is shown anew has its notes again only a moment later.
  const isAwaited = next(before) !== undefined;
  return () => {
    whenLost(DRAWINGS, (isLast) => {
      const found = cardOf(dialog, next(standing(dialog)));
      if (found !== undefined) return focusOn(found);
      return (isLast || !isAwaited) && focusOn(heading());
    });
  };
}

function standing(dialog: Element | null): readonly StandingNote[] {
  return cards(dialog).map((card) => ({ id: idOf(card), open: 'open' in card.dataset }));
}

function cardOf(dialog: Element | null, id: string | undefined): HTMLElement | undefined {
  return id === undefined ? undefined : cards(dialog).find((card) => idOf(card) === id);
}

/** A dialog over the page has notes of its own, the same ones again. */
function cards(dialog: Element | null): readonly HTMLElement[] {
  const all = [...(dialog ?? document).querySelectorAll<HTMLElement>(NOTE)];
  return dialog === null ? all.filter((card) => card.closest('dialog') === null) : all;
}

function idOf(card: HTMLElement): string {
  return card.dataset['note'] ?? '';
}

/** The heading above a note, found again by its id where the text is shown anew; else that of the page. */
function headingOf(card: HTMLElement): () => HTMLElement | null {
  const around = card.closest('section,dialog');
  const label = around?.getAttribute('aria-labelledby') ?? null;
  return () => {
    const labelled = label === null ? null : document.getElementById(label);
    const inside = around?.isConnected === true ? around.querySelector<HTMLElement>(HEADING) : null;
    return labelled ?? inside ?? document.querySelector('h1');
  };
}

const HEADING = 'h1,h2,h3';

function focusOn(element: HTMLElement | null): true {
  // Headings are no stops of the keyboard; they can only be gone to from here.
  if (element !== null && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element?.focus();
  return true;
}

/** Tries with every drawing while nothing on the page has the focus, until it worked. */
function whenLost(left: number, attempt: (isLast: boolean) => boolean): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (isLost && attempt(left <= 1)) return;
    if (left > 1) whenLost(left - 1, attempt);
  });
}
