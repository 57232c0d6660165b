import type { DocxParts } from './open-docx.js';

const MOST_WORDS = 120;

/** A part as text; empty where the file has none. */
export function textOf(parts: DocxParts, name: string): string {
  return parts.get(name)?.toString() ?? '';
}

/** What follows each mark, up to the next. */
export function piecesOf(xml: string, mark: RegExp): readonly string[] {
  return xml.split(mark).slice(1);
}

export function valueOf(xml: string, pattern: RegExp): string | null {
  return pattern.exec(xml)?.[1] ?? null;
}

/** The first words of a paragraph. */
export function wordsOf(paragraph: string): string {
  const texts = piecesOf(paragraph, /<w:t(?: [^<>]*)?>/).map((piece) => piece.split('<', 1)[0]);
  return texts.join('').slice(0, MOST_WORDS).trim();
}
