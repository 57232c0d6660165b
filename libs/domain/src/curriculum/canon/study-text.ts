/** Combining marks of the five written tones: grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const SPACES = /\s+/gu;

/**
 * A text as a reader takes it in: one space for any run of white space, none at the ends, and every
 * syllable with its tone written after it, so that the two ways of placing a tone (hoà and hòa, uỷ
 * and ủy) are the same while a different tone is not.
 */
export function studyText(text: string): string {
  return spellingForm(text).replace(SPACES, ' ').trim();
}

/** The text with tones moved behind their syllables; white space stays as it is. */
export function spellingForm(text: string): string {
  return text.normalize('NFC').replace(WORD, toneBehind);
}

function toneBehind(word: string): string {
  const open = word.normalize('NFD');
  const tones = open.match(TONE);
  if (tones === null) return word;
  return open.replace(TONE, '').normalize('NFC') + tones.join('');
}
