import { normaliseLine } from './folding.js';

/**
 * A Vietnamese name: họ, chữ đệm, tên. A part that a person does not have is an empty string; the
 * full name is never empty. The parts are a reading of the full name and may be edited apart from
 * it, because minority names do not always fit.
 */
export interface PersonName {
  readonly fullName: string;
  readonly familyName: string;
  readonly middleName: string;
  readonly givenName: string;
}

/**
 * Reads a full name into its parts: first word the family name, last word the given name, the rest
 * between. A single word is a given name. Returns null for an empty text.
 */
export function splitFullName(text: string): PersonName | null {
  const fullName = normaliseLine(text);
  if (fullName === '') return null;
  const words = fullName.split(' ');
  const givenName = words.at(-1) ?? '';
  const familyName = words.length > 1 ? (words[0] ?? '') : '';
  return { fullName, familyName, middleName: words.slice(1, -1).join(' '), givenName };
}

/** What the order of people in a list depends on. */
export interface NameSortKey {
  readonly familyName: string;
  readonly middleName: string;
  readonly givenName: string;
  /** ISO date or, where only the year is known, `yyyy`; null when unknown. */
  readonly birthDate: string | null;
}

/** The part of `Intl.Collator` that is needed; pass `new Intl.Collator('vi')`. */
export interface NameCollator {
  compare(one: string, other: string): number;
}

function compareBirthDates(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

/**
 * The order of Vietnamese lists: given name, then family name, middle name and date of birth
 * (earlier first, unknown last), each by the collator. Two people may be equal in all four; the
 * caller ends the comparison with an id.
 */
export function compareNames(
  collator: NameCollator,
): (one: NameSortKey, other: NameSortKey) => number {
  return (one, other) =>
    collator.compare(one.givenName, other.givenName) ||
    collator.compare(one.familyName, other.familyName) ||
    collator.compare(one.middleName, other.middleName) ||
    compareBirthDates(one.birthDate, other.birthDate);
}

function capitalise(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /(^|-)(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/**
 * What to propose for a name typed all in capitals or all in small letters: "NGUYỄN THỊ ÁNH" →
 * "Nguyễn Thị Ánh". Null when the name already mixes both. It is only ever a proposal: names are
 * not changed silently (dossier 6.1).
 */
export function suggestNameCase(text: string): string | null {
  const name = normaliseLine(text);
  const oneCase = name === name.toUpperCase() || name === name.toLowerCase();
  if (!oneCase) return null;
  const suggestion = name.split(' ').map(capitalise).join(' ');
  return suggestion === name ? null : suggestion;
}
