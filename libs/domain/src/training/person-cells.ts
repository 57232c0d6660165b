import { foldForSearch, normaliseLine } from '../organisation/folding.js';
import { yearOf, type CalendarDate } from '../shared/calendar-date.js';
import { isPersonalNumber } from '../organisation/personal-number.js';
import { readDateCell, type RawCell } from './birth-date.js';

/** Why a cell is refused, and what is only doubtful. `params` are figures and texts for the words. */
export const CELL_CODES = [
  'missing',
  'too-long',
  'not-a-name',
  'one-word-name',
  'case-suggested',
  'not-a-date',
  'year-only',
  'in-the-future',
  'too-young',
  'too-old',
  'not-a-gender',
  'not-a-personal-number',
  'number-of-another',
  'leading-zero-restored',
  'sex-differs',
  'birth-year-differs',
  'not-an-email',
  'not-a-phone',
  'unit-unknown',
  'duplicate-personal-number',
  'same-name-and-birth-date',
  'same-as-enrolled',
] as const;

export type CellCode = (typeof CELL_CODES)[number];

export type CellParams = Readonly<Record<string, string | number>>;

/** A value read from a cell, or why there is none; doubts are shown and stop nothing. */
export interface ReadCell<V> {
  readonly value: V | null;
  readonly error: { readonly code: CellCode; readonly params: CellParams } | null;
  readonly doubt: { readonly code: CellCode; readonly params: CellParams } | null;
}

/** Longest name, post and similar texts. */
export const LONGEST_LINE = 120;

/** Nobody who studies or teaches is younger or older than this; it catches slips of the pen. */
const AGE_BOUNDS = { least: 14, most: 100 } as const;

const nothing = <V>(): ReadCell<V> => ({ value: null, error: null, doubt: null });
const found = <V>(value: V): ReadCell<V> => ({ value, error: null, doubt: null });
const wrong = <V>(code: CellCode, params: CellParams = {}): ReadCell<V> => ({
  value: null,
  error: { code, params },
  doubt: null,
});
const doubtful = <V>(value: V, code: CellCode, params: CellParams = {}): ReadCell<V> => ({
  value,
  error: null,
  doubt: { code, params },
});

/** The text of a cell on one line; numbers as they are, other kinds of cells as nothing. */
export function cellText(cell: RawCell | undefined): string {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? normaliseLine(cell) : '';
}

/** A line of free text; what a spreadsheet could take for a formula is kept as text. */
export function readLine(cell: RawCell | undefined, longest = LONGEST_LINE): ReadCell<string> {
  const text = cellText(cell);
  if (text === '') return nothing();
  return text.length > longest ? wrong('too-long', { longest }) : found(text);
}

/** A full name: letters with their marks, spaces, hyphens, apostrophes and points. */
export function readName(
  cell: RawCell | undefined,
  suggest: (name: string) => string | null,
): ReadCell<string> {
  const read = readLine(cell);
  if (read.value === null) return read.error === null ? wrong('missing') : read;
  const name = read.value;
  if (!/^[\p{L}\p{M}][\p{L}\p{M}'’.\- ]*$/u.test(name)) return wrong('not-a-name');
  const suggestion = suggest(name);
  if (suggestion !== null) return doubtful(name, 'case-suggested', { suggestion });
  return name.includes(' ') ? found(name) : doubtful(name, 'one-word-name');
}

/** A date of birth within sensible bounds on `today`; a year alone is not enough and says so. */
export function readBirthDate(
  cell: RawCell | undefined,
  today: CalendarDate,
): ReadCell<CalendarDate> {
  if (cell === undefined || cell === null || cell === '') return nothing();
  const read = readDateCell(cell);
  if (read.kind === 'wrong') return wrong('not-a-date', { typed: cellText(cell) });
  if (read.kind === 'year') return wrong('year-only', { year: read.year });
  if (read.date > today) return wrong('in-the-future');
  const years = yearOf(today) - yearOf(read.date);
  if (years < AGE_BOUNDS.least) return wrong('too-young', { years, least: AGE_BOUNDS.least });
  if (years > AGE_BOUNDS.most) return wrong('too-old', { years, most: AGE_BOUNDS.most });
  return found(read.date);
}

export type Gender = 'female' | 'male' | 'other';

const GENDERS: Readonly<Record<string, Gender>> = {
  nam: 'male',
  male: 'male',
  m: 'male',
  nu: 'female',
  female: 'female',
  f: 'female',
  khac: 'other',
  other: 'other',
};

/** Nam, Nữ or Khác (also in English, marks and case forgiven). */
export function readGender(cell: RawCell | undefined): ReadCell<Gender> {
  const text = cellText(cell);
  if (text === '') return nothing();
  const key = foldForSearch(text);
  const gender = Object.hasOwn(GENDERS, key) ? GENDERS[key] : undefined;
  return gender === undefined ? wrong('not-a-gender', { typed: text.slice(0, 20) }) : found(gender);
}

/**
 * A personal number of 12 digits; spaces, points and hyphens are forgiven. A number cell has lost the one
 * or two zeros in front: they are restored, with a doubt. Nine digits are the number of an old identity
 * card, which is no personal number. The number itself never goes into `params`.
 */
export function readPersonalNumberCell(cell: RawCell | undefined): ReadCell<string> {
  const digits = cellText(cell).replace(/[\s.-]/gu, '');
  if (digits === '') return nothing();
  const lost = typeof cell === 'number' && Number.isInteger(cell) && /^\d{10,11}$/u.test(digits);
  const whole = lost ? digits.padStart(12, '0') : digits;
  if (!isPersonalNumber(whole)) return wrong('not-a-personal-number', { digits: digits.length });
  return lost ? doubtful(whole, 'leading-zero-restored') : found(whole);
}

/** An e-mail address, in small letters. */
export function readEmail(cell: RawCell | undefined): ReadCell<string> {
  const text = cellText(cell).toLowerCase();
  if (text === '') return nothing();
  const valid = text.length <= 200 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/u.test(text);
  return valid ? found(text) : wrong('not-an-email');
}

/** A Vietnamese telephone number, as digits with a leading 0, or + and the country. */
export function readPhone(cell: RawCell | undefined): ReadCell<string> {
  const text = cellText(cell).replace(/[\s().-]/gu, '');
  if (text === '') return nothing();
  const whole = typeof cell === 'number' && /^[1-9]\d{8}$/u.test(text) ? `0${text}` : text;
  return /^(?:0\d{9,10}|\+\d{9,15})$/u.test(whole) ? found(whole) : wrong('not-a-phone');
}
