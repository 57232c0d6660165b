import type { RichMark, RichNode } from '@cam-nang/domain';

import { textRun } from '../foreign-markdown/source-blocks.js';

/** No paragraph is longer; a longer one becomes several. */
const LONGEST_LINE = 10_000;

type Piece = { text: string; readonly marks: readonly RichMark[] } | null;

/** The line that is being read: runs with their marks, `null` for a line break. */
export class ForeignLine {
  private pieces: Piece[] = [];

  get isEmpty(): boolean {
    return this.pieces.every((piece) => piece === null || piece.text.trim() === '');
  }

  get endsWithBreak(): boolean {
    return this.pieces.length > 0 && this.pieces.at(-1) === null;
  }

  get words(): string {
    return this.pieces.map((piece) => piece?.text ?? ' ').join('');
  }

  add(text: string, marks: readonly RichMark[]): void {
    const last = this.pieces.at(-1);
    if (last !== undefined && last !== null && sameMarks(last.marks, marks)) last.text += text;
    else if (text !== '') this.pieces.push({ text, marks });
  }

  breakOff(): void {
    this.pieces.push(null);
  }

  /** The content of one or more paragraphs; afterwards the line is empty. */
  take(): readonly (readonly RichNode[])[] {
    const pieces = collapsed(this.pieces);
    this.pieces = [];
    return chunks(pieces).map((chunk) =>
      chunk.flatMap((piece) =>
        piece === null ? [{ type: 'hardBreak' }] : textRun(piece.text, piece.marks),
      ),
    );
  }
}

/** White space as a browser shows it: one space for many, none at the ends of a line. */
function collapsed(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  let atStart = true;
  for (const piece of pieces) {
    if (piece === null) {
      trimEnd(kept);
      if (kept.length > 0) kept.push(null);
      atStart = true;
      continue;
    }
    const line: string = piece.text.replace(/\s+/gu, ' ').normalize('NFC');
    const text: string = atStart ? line.replace(/^ /, '') : line;
    if (text === '') continue;
    kept.push({ text, marks: piece.marks });
    atStart = text.endsWith(' ');
  }
  trimEnd(kept);
  while (kept.length > 0 && kept.at(-1) === null) {
    kept.pop();
    trimEnd(kept);
  }
  return kept;
}

function trimEnd(pieces: Piece[]): void {
  for (let last = pieces.at(-1); last !== undefined && last !== null; last = pieces.at(-1)) {
    last.text = last.text.replace(/ $/, '');
    if (last.text !== '') return;
    pieces.pop();
  }
}

function chunks(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = [];
  let length = LONGEST_LINE + 1;
  for (const piece of pieces.flatMap(shortPieces)) {
    const more = piece?.text.length ?? 1;
    if (length + more > LONGEST_LINE) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(piece);
    length += more;
  }
  return all;
}

function shortPieces(piece: Piece): readonly Piece[] {
  if (piece === null || piece.text.length <= LONGEST_LINE) return [piece];
  const parts: Piece[] = [];
  let rest = [...piece.text];
  while (rest.length > 0) {
    const end = rest.length * 2 <= LONGEST_LINE ? rest.length : placeToPart(rest);
    parts.push({ text: rest.slice(0, end).join(''), marks: piece.marks });
    rest = rest.slice(end);
  }
  return parts;
}

/** Behind the last space of the first half of a paragraph's length, else just there. */
function placeToPart(characters: readonly string[]): number {
  const half = LONGEST_LINE / 2;
  const space = characters.lastIndexOf(' ', half);
  return space > half - 200 ? space + 1 : half;
}

function sameMarks(one: readonly RichMark[], other: readonly RichMark[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      (mark, at) =>
        mark.type === other[at]?.type && mark.attrs?.['href'] === other[at].attrs?.['href'],
    )
  );
}
