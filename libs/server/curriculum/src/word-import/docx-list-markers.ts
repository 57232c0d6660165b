import { listsOfStyles } from './docx-list-starts.js';
import { piecesOf, textOf, valueOf, wordsOf } from './docx-xml.js';
import type { DocxParts } from './open-docx.js';

const UNCOUNTED: ReadonlySet<string> = new Set(['bullet', 'none']);
/** Figures alone, as lists of a lesson have them: "1", "1.", "1)", "(1)". */
const PLAIN = /^\(?%\d[.)]?\s*$/;

/**
 * Entries whose marker the converter does not hand on, and which a lesson counts in figures: "a)", "Điều 1.", "1.1".
 * Answers the words of the first entry of each row of them, in the order of the text.
 */
export function lostMarkers(parts: DocxParts): readonly string[] {
  const marked = markedLevels(textOf(parts, 'word/numbering.xml'));
  if (marked.size === 0) return [];
  const styles = listsOfStyles(textOf(parts, 'word/styles.xml'));
  const lost: string[] = [];
  let before = '';
  for (const paragraph of piecesOf(textOf(parts, 'word/document.xml'), /<w:p[ >]/)) {
    const level = levelOf(paragraph, styles);
    const isMarked = marked.has(level);
    if (isMarked && level !== before) lost.push(wordsOf(paragraph));
    before = isMarked ? level : '';
  }
  return lost;
}

/** The level of a list that a paragraph is an entry of, as "list/level"; empty for any other, headings among them. */
function levelOf(paragraph: string, styles: ReadonlyMap<string, string>): string {
  const style = valueOf(paragraph, /<w:pStyle w:val="([^"]{1,100})"/) ?? '';
  const list = valueOf(paragraph, /<w:numId w:val="(\d{1,9})"/) ?? styles.get(style);
  if (list === undefined || /^heading/i.test(style)) return '';
  return `${list}/${valueOf(paragraph, /<w:ilvl w:val="(\d{1,2})"/) ?? '0'}`;
}

function markedLevels(xml: string): ReadonlySet<string> {
  const kinds = new Map<string, readonly string[]>();
  for (const piece of piecesOf(xml, /<w:abstractNum /)) {
    const id = valueOf(piece, /^[^>]*w:abstractNumId="(\d{1,9})"/);
    if (id !== null) kinds.set(id, piecesOf(piece, /<w:lvl /).flatMap(markedLevel));
  }
  const marked = new Set<string>();
  for (const piece of piecesOf(xml, /<w:num /)) {
    const id = valueOf(piece, /^[^>]*w:numId="(\d{1,9})"/) ?? '';
    const levels = kinds.get(valueOf(piece, /<w:abstractNumId w:val="(\d{1,9})"/) ?? '') ?? [];
    for (const level of levels) marked.add(`${id}/${level}`);
  }
  return marked;
}

function markedLevel(level: string): readonly string[] {
  const place = valueOf(level, /^[^>]*w:ilvl="(\d{1,2})"/);
  const format = valueOf(level, /<w:numFmt w:val="(\w{1,30})"/) ?? 'decimal';
  const text = valueOf(level, /<w:lvlText w:val="([^"]{0,100})"/) ?? '';
  const isPlain =
    UNCOUNTED.has(format) || (format === 'decimal' && (text === '' || PLAIN.test(text)));
  return place === null || isPlain ? [] : [place];
}
