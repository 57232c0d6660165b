import type { InlineNode } from '../../document/document-types.js';
import { inlineParts, type InlinePart } from '../../inline/inline-part.js';

/** What a line of Markdown is made of: characters with how they are written, and delimiters. */
type Piece =
  | { readonly kind: 'text'; readonly character: string; readonly written: string }
  | { readonly kind: 'open' | 'close'; readonly written: string }
  | { readonly kind: 'solid'; readonly written: string }
  | { readonly kind: 'break' };

export type InlinePlace = 'paragraph' | 'heading' | 'cell';

const ALWAYS_ESCAPED = /[\\`*_[\]<>&~|]/;
const BLANK = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const DELIMITER = { bold: '**', italic: '*' } as const;

/** A line of text as Markdown; in headings and cells a line break can only be written as a space. */
export function writeInline(nodes: readonly InlineNode[] | undefined, place: InlinePlace): string {
  const pieces = withDistinctDelimiters(piecesOf(inlineParts(nodes), place));
  while (pieces.at(-1)?.kind === 'break') pieces.pop();
  return pieces.map((piece, index) => writePiece(pieces, piece, index, place)).join('');
}

/** Whether a line holds breaks that a heading or cell cannot keep. */
export function losesBreaks(nodes: readonly InlineNode[] | undefined): boolean {
  return nodes?.some((node) => node.type === 'hardBreak') ?? false;
}

function piecesOf(parts: readonly InlinePart[], place: InlinePlace): Piece[] {
  return parts.flatMap((part): Piece[] => {
    switch (part.type) {
      case 'text':
        return [...part.text].map((character) => textPiece(character));
      case 'break':
        return place === 'paragraph' ? [{ kind: 'break' }] : [textPiece(' ')];
      case 'code':
        return codePieces(part.children, place);
      case 'link': {
        const end = `](<${part.href.replace(/[<>\\|]/g, encodeURIComponent)}>)`;
        return [solid('['), ...piecesOf(part.children, place), solid(end)];
      }
      default: {
        const written = DELIMITER[part.type];
        return [
          { kind: 'open', written },
          ...piecesOf(part.children, place),
          { kind: 'close', written },
        ];
      }
    }
  });
}

/** Italics beside bold are written with underscores, as runs of asterisks would merge. */
function withDistinctDelimiters(pieces: readonly Piece[]): Piece[] {
  const result = [...pieces];
  const open: number[] = [];
  pieces.forEach((piece, index) => {
    if (piece.kind === 'open') open.push(index);
    if (piece.kind !== 'close') return;
    const start = open.pop() ?? index;
    const isCrowded = [start - 1, start + 1, index - 1, index + 1].some((at) =>
      isDelimiter(pieces[at]),
    );
    if (piece.written !== DELIMITER.italic || !isCrowded) return;
    result[start] = { kind: 'open', written: '_' };
    result[index] = { kind: 'close', written: '_' };
  });
  return result;
}

function isDelimiter(piece: Piece | undefined): boolean {
  return piece?.kind === 'open' || piece?.kind === 'close';
}

function textPiece(character: string): Piece {
  const written = ALWAYS_ESCAPED.test(character) ? `\\${character}` : character;
  return { kind: 'text', character, written };
}

function solid(written: string): Piece {
  return { kind: 'solid', written };
}

/** A code span fenced by more backticks than it holds in a row. */
function codePieces(children: readonly InlinePart[], place: InlinePlace): Piece[] {
  const text = children.map((child) => (child.type === 'text' ? child.text : ' ')).join('');
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let fence = 1;
  while (runs.has(fence)) fence += 1;
  const ticks = '`'.repeat(fence);
  const touches = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '');
  const inner = place === 'cell' ? text.replaceAll('|', '\\|') : text;
  return [solid(touches ? `${ticks} ${inner} ${ticks}` : ticks + inner + ticks)];
}

function writePiece(
  pieces: readonly Piece[],
  piece: Piece,
  index: number,
  place: InlinePlace,
): string {
  if (piece.kind === 'break') return '\\\n';
  if (piece.kind !== 'text') return piece.written;
  if (mustEncode(pieces, index)) return encode(piece.character);
  if (startsSomething(piece.character, pieces[index + 1])) return `\\${piece.character}`;
  return escapeAtLineStart(pieces, index, place) ?? piece.written;
}

/** `!` before a link would make it a picture, `:` before a letter would begin a directive. */
function startsSomething(character: string, next: Piece | undefined): boolean {
  if (character === '!') return next?.kind === 'solid' && next.written === '[';
  return character === ':' && next?.kind === 'text' && /[\p{L}\p{N}]/u.test(next.character);
}

function encode(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/**
 * Whether a character must be a reference: a space at the edge of a line would be dropped, and
 * asterisks beside certain characters would neither open nor close (CommonMark's flanking rule).
 */
function mustEncode(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece?.kind !== 'text') return false;
  if (BLANK.test(piece.character)) return isFragile(pieces, index, piece.character);
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  const opens = after?.kind === 'open' && mustPart(piece.character, after, pieces[index + 2]);
  const closes = before?.kind === 'close' && mustPart(piece.character, before, pieces[index - 2]);
  return opens || closes;
}

/** White space that would be dropped, or would keep a delimiter from working. */
function isFragile(pieces: readonly Piece[], index: number, character: string): boolean {
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  const isInside = before?.kind === 'open' || after?.kind === 'close';
  return character !== ' ' || isInside || isEdge(before) || isEdge(after);
}

/**
 * Whether a character outside delimiters must be a reference, which begins and ends with punctuation:
 * asterisks before punctuation ask for it, and underscores do not work inside a word at all.
 */
function mustPart(outer: string, delimiter: Piece, inner: Piece | undefined): boolean {
  if (BLANK.test(outer) || PUNCTUATION.test(outer)) return false;
  if (delimiter.kind !== 'text' && delimiter.kind !== 'break' && delimiter.written === '_')
    return true;
  if (inner === undefined || inner.kind === 'break') return false;
  if (inner.kind !== 'text') return true;
  return BLANK.test(inner.character) || PUNCTUATION.test(inner.character);
}

function isEdge(piece: Piece | undefined): boolean {
  return piece === undefined || piece.kind === 'break';
}

/** What would begin a block at the start of a line is escaped there. */
function escapeAtLineStart(
  pieces: readonly Piece[],
  index: number,
  place: InlinePlace,
): string | null {
  if (place === 'cell') return null;
  const start = lineStart(pieces, index);
  const offset = index - start;
  const line = pieces.slice(start).map((piece) => (piece.kind === 'text' ? piece.character : '\0'));
  const isMarker = offset === markerEnd(line.slice(0, 12).join(''));
  const isHash = place === 'heading' && line[offset] === '#';
  return isMarker || isHash ? `\\${line[offset] ?? ''}` : null;
}

/** Where the character stands that makes the start of a line a marker; -1 when it is none. */
function markerEnd(line: string): number {
  if (/^(?:#+|[+=-]|:::)/.test(line)) return 0;
  return /^(\d{1,9})[.)]/.exec(line)?.[1]?.length ?? -1;
}

function lineStart(pieces: readonly Piece[], index: number): number {
  let start = index;
  while (start > 0 && pieces[start - 1]?.kind !== 'break') start -= 1;
  return start;
}
