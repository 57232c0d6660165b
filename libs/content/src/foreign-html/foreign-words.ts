/** Characters that show nothing: soft hyphens, zero-width ones, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
/** Spaces that differ from a space only in width or in where a line may end. */
const SPACES = /[\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/gu;
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
const NO_CHARACTERS = /[\p{Cs}\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;

/** Words as a lesson may hold them, before white space is brought together. */
export function cleanWords(text: string): string {
  return text
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(NO_CHARACTERS, '\uFFFD');
}

/** Plain text from elsewhere: clean, NFC, its lines kept. */
export function cleanForeignText(text: string): string {
  return cleanWords(text.replace(/\r\n?|[\u2028\u2029]/gu, '\n')).normalize('NFC');
}

const RAISED: ReadonlyMap<string, string> = pairs('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const LOWERED: ReadonlyMap<string, string> = pairs('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const signs = [...to];
  return new Map([...from].map((character, index) => [character, signs[index] ?? character]));
}

/** Raised or lowered figures as signs of their own (m², H₂O); nothing where there are none. */
export function withSigns(words: string, position: 'raised' | 'lowered'): string | null {
  const signs = position === 'raised' ? RAISED : LOWERED;
  const found = [...words].map((character) =>
    /\s/u.test(character) ? character : signs.get(character),
  );
  return found.every((sign) => sign !== undefined) ? found.join('') : null;
}
