/** White space that has no meaning inside a line; editors let it in when plain text is pasted. */
const LINE_SPACE = /[\t\n\r\u2028\u2029]/gu;
const BYTE_ORDER_MARK = /\uFEFF/gu;

/**
 * Control characters, halves of surrogate pairs, characters that are none, and the bidirectional
 * overrides with which a text can show something else than it says.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]/u;

/** A text as it is stored: NFC, one line. Null when it has a character that no text may have. */
export function cleanText(text: string): string | null {
  const line = text.replace(LINE_SPACE, ' ').replace(BYTE_ORDER_MARK, '');
  return FORBIDDEN.test(line) ? null : line.normalize('NFC');
}
