import { failed, ok, type Result } from '../shared/result.js';

/**
 * The two numbers of a paper: the serial number (số hiệu) of one series over the life of the issuer
 * and type, and the register number (số vào sổ) of a series that restarts every year.
 */
export type NumberKind = 'serial' | 'register';

/** What a pattern may put into a number. */
export interface NumberParts {
  /** The running number, from 1. */
  readonly n: number;
  readonly year: number;
  /** The code of type and issuer, for instance `CCBD-SNV`. */
  readonly code: string;
}

/** Why a pattern cannot be used. */
export type PatternProblem =
  | { readonly code: 'unknown-field'; readonly field: string }
  | { readonly code: 'stray-brace' }
  | { readonly code: 'number-missing' }
  | { readonly code: 'number-twice' }
  | { readonly code: 'year-missing' }
  | { readonly code: 'code-missing' }
  | { readonly code: 'digits-touch' }
  | { readonly code: 'year-in-serial' };

type Field = 'n' | 'year' | 'code';

/** A piece of a pattern: literal text, or a field with the least number of digits. */
export type PatternPiece =
  { readonly text: string } | { readonly field: Field; readonly width: number };

/** A pattern taken apart and checked. */
export interface NumberPattern {
  readonly kind: NumberKind;
  readonly pieces: readonly PatternPiece[];
}

const FIELD = /\{(?:(n)(?::([1-9]))?|(year)|(code))\}/u;

function piecesOf(pattern: string): readonly PatternPiece[] {
  return pattern
    .split(/(\{[^{}]*\})/u)
    .filter((part) => part !== '')
    .map((part): PatternPiece => {
      const match = FIELD.exec(part);
      if (match === null) return { text: part };
      const field: Field = match[1] === 'n' ? 'n' : match[3] === 'year' ? 'year' : 'code';
      return { field, width: Number(match[2] ?? 1) };
    });
}

const isField = (piece: PatternPiece, field: Field): boolean =>
  'field' in piece && piece.field === field;

/** Whether something that may begin or end with a digit stands right beside the running number. */
function digitsTouch(pieces: readonly PatternPiece[]): boolean {
  const at = pieces.findIndex((piece) => isField(piece, 'n'));
  const touches = (piece: PatternPiece | undefined, digit: RegExp): boolean => {
    if (piece === undefined) return false;
    return 'text' in piece ? digit.test(piece.text) : true;
  };
  return touches(pieces[at - 1], /\d$/u) || touches(pieces[at + 1], /^\d/u);
}

function literalProblem(pieces: readonly PatternPiece[]): PatternProblem | null {
  for (const piece of pieces) {
    if (!('text' in piece)) continue;
    const unknown = /^\{([^{}]*)\}$/u.exec(piece.text);
    if (unknown !== null) return { code: 'unknown-field', field: unknown[1] ?? '' };
    if (/[{}]/u.test(piece.text)) return { code: 'stray-brace' };
  }
  return null;
}

function yearProblem(kind: NumberKind, has: (field: Field) => boolean): PatternProblem | null {
  if (kind === 'serial') return has('year') ? { code: 'year-in-serial' } : null;
  if (!has('year')) return { code: 'year-missing' };
  return has('code') ? null : { code: 'code-missing' };
}

/**
 * Reads a pattern: literal text with the fields `{n}` or `{n:6}` (padded with zeros to at least so
 * many digits), `{year}` and `{code}`. A register number must tell type and issuer (`{code}`), year
 * and number (dossier 4.6); a serial number runs on over the years and so must not hold the year.
 * Nothing that may be a digit may touch the number, so that two numbers never read the same.
 */
export function parseNumberPattern(
  kind: NumberKind,
  pattern: string,
): Result<NumberPattern, PatternProblem> {
  const pieces = piecesOf(pattern);
  const literal = literalProblem(pieces);
  if (literal !== null) return failed(literal);
  const numbers = pieces.filter((piece) => isField(piece, 'n')).length;
  if (numbers === 0) return failed({ code: 'number-missing' });
  if (numbers > 1) return failed({ code: 'number-twice' });
  const has = (field: Field): boolean => pieces.some((piece) => isField(piece, field));
  const year = yearProblem(kind, has);
  if (year !== null) return failed(year);
  return digitsTouch(pieces) ? failed({ code: 'digits-touch' }) : ok({ kind, pieces });
}

function fieldText({ field, width }: { field: Field; width: number }, parts: NumberParts): string {
  if (field === 'code') return parts.code;
  if (field === 'year') return String(parts.year);
  return String(parts.n).padStart(width, '0');
}

/** The number as printed, for instance `BDX 000123` or `045/2026/CCBD-SNV`. */
export function formatNumber(pattern: NumberPattern, parts: NumberParts): string {
  return pattern.pieces
    .map((piece) => ('text' in piece ? piece.text : fieldText(piece, parts)))
    .join('');
}
