import type { RichNode } from '@cam-nang/domain';

import { fitBlocks, itemBlock } from './foreign-fit.js';
import { marksInside } from './foreign-marks.js';
import { noteNumber } from './foreign-notes.js';
import {
  textNode,
  type ForeignReading,
  type ForeignState,
  type ReadBlocks,
} from './foreign-reading.js';
import { isHidden, styleOf } from './foreign-style.js';
import { wordsOf, type ForeignElement, type ForeignNode } from './foreign-tree.js';

/** A list in a container of more than this depth has no room left. */
const DEEPEST = 12;
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir']);
const PLAIN_MARKERS = /^(?:disc|circle|square|decimal|none|initial|inherit|1|"[^"]*"|'[^']*')?$/;

interface Entry {
  readonly number: number | null;
  blocks: readonly RichNode[];
}

/** A list of a page as lists of a lesson: several where its numbers skip. */
export function readList(
  reading: ForeignReading,
  list: ForeignElement,
  state: ForeignState,
  readBlocks: ReadBlocks,
): readonly RichNode[] {
  const entries = entriesOf(reading, list, state, readBlocks);
  if (state.depth > DEEPEST) {
    reading.losses.add('nesting', wordsOf(list));
    return entries.flatMap(({ blocks }) => blocks);
  }
  if (list.name !== 'ol') return listOf('bulletList', entries, null);
  reportMarkers(reading, list);
  return numbered(entries, startOf(list));
}

function entriesOf(
  reading: ForeignReading,
  list: ForeignElement,
  state: ForeignState,
  readBlocks: ReadBlocks,
): readonly Entry[] {
  const depth = state.depth > DEEPEST ? state.depth : state.depth + 2;
  const entries: Entry[] = [];
  const read = (children: readonly ForeignNode[], marks = state.marks) =>
    fitBlocks(reading, readBlocks(reading, children, { ...state, depth, marks }), 'item');
  for (const child of list.children) {
    const last = entries.at(-1);
    if (typeof child === 'string') {
      const blocks = read([child]);
      if (blocks.length > 0) entries.push({ number: null, blocks });
    } else if (LISTS.has(child.name) && last !== undefined) {
      last.blocks = [...last.blocks, ...read([child])];
    } else if (!isHidden(child, styleOf(child))) {
      const marks = marksInside(reading, child, state.marks);
      const blocks = numberedNote(
        child,
        read(child.name === 'li' ? child.children : [child], marks),
      );
      if (blocks.length > 0) entries.push({ number: numberOf(child), blocks });
    }
  }
  return entries;
}

/** The words of a footnote with its number before them. */
function numberedNote(item: ForeignElement, blocks: readonly RichNode[]): readonly RichNode[] {
  const number = noteNumber(item);
  const [first, ...rest] = blocks;
  if (number === null || first?.type !== 'paragraph') return blocks;
  return [{ ...first, content: [textNode(`[${number}] `), ...(first.content ?? [])] }, ...rest];
}

/** Whether a list holds nothing but footnotes; they are paragraphs with their number. */
export function isNoteList(list: ForeignElement): boolean {
  const items = list.children.filter((child) => typeof child !== 'string');
  return items.length > 0 && items.every((item) => noteNumber(item) !== null);
}

/** The footnotes of such a list, one after the other. */
export function readNotes(
  reading: ForeignReading,
  list: ForeignElement,
  state: ForeignState,
  readBlocks: ReadBlocks,
): readonly RichNode[] {
  return entriesOf(reading, list, state, readBlocks).flatMap(({ blocks }) => blocks);
}

function numbered(entries: readonly Entry[], start: number): readonly RichNode[] {
  const lists: RichNode[] = [];
  let from = 0;
  let first = entries[0]?.number ?? start;
  entries.forEach(({ number }, at) => {
    if (at === from || number === null || number === first + at - from) return;
    lists.push(...listOf('orderedList', entries.slice(from, at), first));
    from = at;
    first = number;
  });
  return [...lists, ...listOf('orderedList', entries.slice(from), first)];
}

function listOf(
  type: string,
  entries: readonly Entry[],
  start: number | null,
): readonly RichNode[] {
  if (entries.length === 0) return [];
  const isSound = start !== null && start !== 1 && start >= 0 && start <= 9999;
  const content = entries.map(({ blocks }) => itemBlock(blocks));
  return [{ type, ...(isSound && { attrs: { start } }), content }];
}

function startOf(list: ForeignElement): number {
  return wholeNumber(list.attributes.get('start')) ?? 1;
}

function numberOf(item: ForeignElement): number | null {
  return wholeNumber(item.attributes.get('value'));
}

function wholeNumber(text: string | undefined): number | null {
  return /^\s*\d{1,4}\s*$/.test(text ?? '') ? Number(text) : null;
}

/** Letters and Roman numbers become figures: a passage that speaks of "điểm a" must be looked at. */
function reportMarkers(reading: ForeignReading, list: ForeignElement): void {
  const first = list.children.find((child) => typeof child !== 'string' && child.name === 'li');
  const said = [list, first].flatMap((element) => {
    if (element === undefined || typeof element === 'string') return [];
    const style = styleOf(element);
    return [style.get('list-style-type') ?? '', element.attributes.get('type') ?? ''];
  });
  if (said.some((marker) => !PLAIN_MARKERS.test(marker))) {
    reading.losses.add('list_marker', wordsOf(list));
  }
}
