import type { RichNode } from '@cam-nang/domain';

import { textNode, wordsBlock, type ForeignReading } from './foreign-reading.js';
import { hasClass, points, styleOf } from './foreign-style.js';
import { cleanWords } from './foreign-words.js';
import { elementsOf, wordsOf, type ForeignElement, type ForeignNode } from './foreign-tree.js';

/** Type of a paragraph of Word that is an entry of a list, until `gatherLists` makes the list. */
const LINE = 'wordListLine';

export interface WordLine {
  readonly level: number;
  readonly marker: Marker;
  /** The paragraph without its marker. */
  readonly rest: ForeignElement;
}

interface Marker {
  readonly kind: 'bullet' | 'number' | 'words';
  /** Number of the entry; 1 where it has none. */
  readonly number: number;
  readonly text: string;
}

/** Word's own word for a list is an indent; one level is half an inch. */
const INDENT = 36;
const DEEPEST_LEVEL = 9;

/**
 * What a paragraph of Word is as an entry of a list; null for any other. Word puts the marker into the
 * text: in a span to be ignored, or (in "filtered" pages) before a span of nothing but small blanks.
 */
export function wordLine(paragraph: ForeignElement): WordLine | null {
  const said = /\blevel(\d+)/.exec(styleOf(paragraph).get('mso-list') ?? '')?.[1];
  if (said === undefined && !hasClass(paragraph, 'MsoListParagraph')) return null;
  const found = withoutMarker(paragraph);
  const text = cleanWords(found.marker).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const level = said === undefined ? levelByIndent(paragraph) : Number(said);
  return {
    level: Math.min(DEEPEST_LEVEL, Math.max(1, level)),
    marker: markerOf(text),
    rest: found.rest,
  };
}

function levelByIndent(paragraph: ForeignElement): number {
  const style = styleOf(paragraph);
  const [, , , short] = (style.get('margin') ?? '').split(/\s+/);
  return Math.round((points(style.get('margin-left') ?? short) ?? INDENT) / INDENT);
}

function withoutMarker(paragraph: ForeignElement): { marker: string; rest: ForeignElement } {
  const gap = [...elementsOf(paragraph)].find(isGap);
  if (gap === undefined) return { marker: '', rest: paragraph };
  const before: string[] = [];
  let isPast = false;
  const strip = (node: ForeignNode): readonly ForeignNode[] => {
    if (isPast) return [node];
    if (node === gap) {
      isPast = true;
      if (isIgnored(gap)) before.push(wordsOf(gap));
      return [];
    }
    if (typeof node !== 'string') return [{ ...node, children: node.children.flatMap(strip) }];
    before.push(node);
    return [];
  };
  const children = paragraph.children.flatMap(strip);
  return { marker: before.join(''), rest: { ...paragraph, children } };
}

function isGap(element: ForeignElement): boolean {
  if (isIgnored(element)) return true;
  const isSmall = (styleOf(element).get('font') ?? '').startsWith('7.0pt');
  return isSmall && /^[\s\u00A0]+$/u.test(wordsOf(element));
}

function isIgnored(element: ForeignElement): boolean {
  return styleOf(element).get('mso-list') === 'ignore';
}

function markerOf(text: string): Marker {
  const counted = /^\(?(\d{1,4})[.)]$/.exec(text)?.[1];
  if (counted !== undefined) return { kind: 'number', number: Number(counted), text };
  const letter = /^\(?([a-zđ])[.)]$/i.exec(text)?.[1];
  if (letter !== undefined) return { kind: 'number', number: placeOf(letter), text };
  const isWords = /\p{L}{2}|\d|\p{L}[.)]/u.test(text);
  return { kind: isWords ? 'words' : 'bullet', number: 1, text };
}

/** a, b, c, d, đ, e: letters count as Vietnamese documents count them. */
function placeOf(letter: string): number {
  return Math.max(1, 'abcdđefghijklmnopqrstuvwxyz'.indexOf(letter.toLowerCase()) + 1);
}

/** Such an entry as a block to be gathered; where its marker is words of the text, a paragraph. */
export function wordLineBlock(
  reading: ForeignReading,
  line: WordLine,
  content: readonly RichNode[],
): RichNode {
  const { level, marker } = line;
  if (marker.kind === 'words') {
    const words = textNode(`${marker.text} `.normalize('NFC'));
    return wordsBlock('paragraph', [words, ...content]);
  }
  const isCounted = marker.kind === 'number';
  if (isCounted && !/\d/.test(marker.text)) reading.losses.add('list_marker', marker.text);
  const attrs = { level, ordered: isCounted, start: marker.number };
  return { type: LINE, attrs, content: [wordsBlock('paragraph', content)] };
}

/** Entries that follow each other as lists, one inside the other by their levels. */
export function gatherLists(blocks: readonly RichNode[], deepest: number): readonly RichNode[] {
  const all: RichNode[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (block === undefined) break;
    if (block.type !== LINE) {
      all.push(block);
      at += 1;
      continue;
    }
    const end = blocks.findIndex((other, index) => index > at && other.type !== LINE);
    const lines = blocks.slice(at, end < 0 ? blocks.length : end);
    all.push(...listsOf(lines, deepest));
    at += lines.length;
  }
  return all;
}

function listsOf(lines: readonly RichNode[], room: number): readonly RichNode[] {
  const lists: RichNode[] = [];
  for (let at = 0; at < lines.length;) {
    const { list, next } = listFrom(lines, at, room);
    lists.push(list);
    at = next;
  }
  return lists;
}

/** The list that begins with an entry, and the place behind its last one. */
function listFrom(
  lines: readonly RichNode[],
  from: number,
  room: number,
): { readonly list: RichNode; readonly next: number } {
  const { ordered, start } = entryOf(lines[from]);
  const items: RichNode[] = [];
  let at = from;
  while (at < lines.length && (at === from || canFollow(entryOf(lines[at]), ordered))) {
    const inside = room > 1 ? insideOf(lines, at) : [];
    const children = [...(lines[at]?.content ?? []), ...listsOf(inside, room - 1)];
    items.push({ type: 'listItem', content: children });
    at += 1 + inside.length;
  }
  const attrs = ordered && start !== 1 ? { attrs: { start } } : {};
  const type = ordered ? 'orderedList' : 'bulletList';
  return { list: { type, ...attrs, content: items }, next: at };
}

function entryOf(line: RichNode | undefined) {
  const { level, ordered, start } = line?.attrs ?? {};
  return { level: Number(level), ordered: ordered === true, start: Number(start) };
}

/** An entry goes on with a list of its kind, unless it counts from one again. */
function canFollow(entry: ReturnType<typeof entryOf>, ordered: boolean): boolean {
  return entry.ordered === ordered && !(ordered && entry.start === 1);
}

/** The entries below one, up to the next of its own level or above. */
function insideOf(lines: readonly RichNode[], at: number): readonly RichNode[] {
  const { level } = entryOf(lines[at]);
  const end = lines.findIndex((other, index) => index > at && entryOf(other).level <= level);
  return lines.slice(at + 1, end < 0 ? lines.length : end);
}
