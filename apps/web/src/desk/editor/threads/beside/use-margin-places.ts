import { useEffect, type RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import { placesIn } from './passage-marks.js';
import type { PlaceInText } from './quote-place.js';
import { stackNotes } from './stack-notes.js';

const GAP = 16;

/**
 * Keeps the notes of a column beside the passages that they are about, while the text is written and while notes open
 * and close. Children of the column say their thread in `data-thread`.
 */
export function useMarginPlaces(
  editor: Editor,
  column: RefObject<HTMLElement | null>,
  order: string,
): void {
  useEffect(() => {
    let frame = 0;
    const arrange = () => {
      frame = 0;
      if (column.current !== null && !editor.isDestroyed) layOut(column.current, editor);
    };
    const soon = () => {
      frame = frame === 0 ? requestAnimationFrame(arrange) : frame;
    };
    const sizes = new ResizeObserver(soon);
    sizes.observe(editor.view.dom);
    for (const note of column.current?.children ?? []) sizes.observe(note);
    editor.on('transaction', soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      editor.off('transaction', soon);
    };
  }, [editor, column, order]);
}

/** Everything is measured before anything is moved. */
function layOut(column: HTMLElement, editor: Editor): void {
  const places = placesIn(editor);
  const top = column.getBoundingClientRect().top;
  const notes = [...column.children].filter((child) => child instanceof HTMLElement);
  const placed = notes.map((note) => places.get(note.dataset['thread'] ?? ''));
  const sizes = notes.map((note, index) => {
    const place = placed[index];
    const wanted = place === undefined ? null : topOf(editor, place) - top;
    return { wanted, height: note.offsetHeight };
  });
  const rooms = stackNotes(sizes, GAP);
  const { from } = editor.state.selection;
  notes.forEach((note, index) => {
    const place = placed[index];
    const isOn = place !== undefined && editor.isFocused && from >= place.from && from <= place.to;
    note.style.marginTop = `${rooms[index] ?? 0}px`;
    note.toggleAttribute('data-on', isOn);
    note.toggleAttribute('data-placed', place !== undefined);
  });
}

function topOf({ view }: Editor, { from, whole }: PlaceInText): number {
  const node = whole ? view.nodeDOM(from) : null;
  if (node instanceof HTMLElement) return node.getBoundingClientRect().top;
  return view.coordsAtPos(from).top;
}
