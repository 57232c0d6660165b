import { piecesOf, textOf, valueOf, wordsOf } from './docx-xml.js';
import type { DocxParts } from './open-docx.js';

interface Entry {
  readonly list: string;
  readonly words: string;
}

const UNCOUNTED: ReadonlySet<string> = new Set(['bullet', 'none']);

/**
 * Numbered lists whose first number the converter does not hand on: a list that goes on after other paragraphs, one
 * that begins behind another without a paragraph between, or one that is set to begin elsewhere than at 1. Answers the
 * words of the first entry of each, in the order of the text.
 */
export function lostListStarts(parts: DocxParts): readonly string[] {
  const lists = countedLists(textOf(parts, 'word/numbering.xml'));
  const styles = listsOfStyles(textOf(parts, 'word/styles.xml'));
  const seen = new Set<string>();
  const lost: string[] = [];
  let before: Entry | null = null;
  for (const paragraph of piecesOf(textOf(parts, 'word/document.xml'), /<w:p[ >]/)) {
    const entry = entryOf(paragraph, styles, lists);
    if (entry === 'inner') continue;
    if (entry !== null && entry.list !== before?.list) {
      const goesOn = seen.has(entry.list);
      const isJoined = before !== null;
      if (goesOn || isJoined || lists.get(entry.list) !== 1) lost.push(entry.words);
      seen.add(entry.list);
    }
    before = entry;
  }
  return lost;
}

/** Each numbered list with the number that it begins at. */
function countedLists(xml: string): ReadonlyMap<string, number> {
  const kinds = countedKinds(xml);
  const lists = new Map<string, number>();
  for (const piece of piecesOf(xml, /<w:num /)) {
    const id = valueOf(piece, /^[^>]*w:numId="(\d{1,9})"/);
    const start = kinds.get(valueOf(piece, /<w:abstractNumId w:val="(\d{1,9})"/) ?? '');
    if (id === null || start === undefined) continue;
    lists.set(id, Number(valueOf(piece, /<w:startOverride w:val="(\d{1,9})"/) ?? start));
  }
  return lists;
}

/** Each kind of list whose entries are counted, with the number that lists of it begin at. */
function countedKinds(xml: string): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const piece of piecesOf(xml, /<w:abstractNum /)) {
    const id = valueOf(piece, /^[^>]*w:abstractNumId="(\d{1,9})"/);
    const level = piece.split('<w:lvl ')[1] ?? '';
    const format = valueOf(level, /<w:numFmt w:val="(\w{1,30})"/) ?? 'none';
    if (id === null || UNCOUNTED.has(format)) continue;
    kinds.set(id, Number(valueOf(level, /<w:start w:val="(\d{1,9})"/) ?? 1));
  }
  return kinds;
}

/** The list of each style that makes a paragraph an entry. */
export function listsOfStyles(xml: string): ReadonlyMap<string, string> {
  const lists = new Map<string, string>();
  for (const piece of piecesOf(xml, /<w:style /)) {
    const id = valueOf(piece, /^[^>]*w:styleId="([^"]{1,100})"/);
    const list = valueOf(piece, /<w:numId w:val="(\d{1,9})"/);
    if (id !== null && list !== null) lists.set(id, list);
  }
  return lists;
}

/** The entry of a numbered list that a paragraph is; null where it is none, `inner` for entries inside another. */
function entryOf(
  paragraph: string,
  styles: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, number>,
): Entry | 'inner' | null {
  const style = valueOf(paragraph, /<w:pStyle w:val="([^"]{1,100})"/) ?? '';
  const list = valueOf(paragraph, /<w:numId w:val="(\d{1,9})"/) ?? styles.get(style);
  const isHeading = /^heading/i.test(style);
  if (list === undefined || isHeading || list === '0') return null;
  const level = Number(valueOf(paragraph, /<w:ilvl w:val="(\d{1,2})"/) ?? 0);
  if (level > 0) return 'inner';
  return lists.has(list) ? { list, words: wordsOf(paragraph) } : null;
}
