/** Characters that print nothing but get in the way of comparison: zero-width marks, soft hyphen, BOM. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/**
 * One line of typed text as we keep it: NFC, without invisible characters, every run of white space
 * (also the hard space of spreadsheets) one space, none at the ends.
 */
export function normaliseLine(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * The search key of a text: NFC → lower case → without marks → đ as d → single spaces, so that
 * `hoà`, `hòa` and `HOA` are one (dossier 6.2). Use it for an own indexed column, never for display
 * and never for uniqueness. Folding a folded text changes nothing.
 */
export function foldForSearch(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/gu, 'd');
  return normaliseLine(bare.toLowerCase());
}

/** How well a text answers a search. */
export type SearchMatch = 'exact' | 'folded' | 'none';

/**
 * Judges a text against what was typed: `exact` when it stands there with its marks (case
 * forgiven), `folded` when only without them. Rank exact before folded: "đức" puts Đức before Dục.
 */
export function matchSearch(typed: string, text: string): SearchMatch {
  const exact = normaliseLine(typed).toLowerCase();
  if (exact === '') return 'none';
  if (normaliseLine(text).toLowerCase().includes(exact)) return 'exact';
  return foldForSearch(text).includes(foldForSearch(typed)) ? 'folded' : 'none';
}
