/**
 * A typed or pasted text without zeros and halves of characters: no office keeps them, nobody sees them, and a
 * text that has one would be refused whole.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/[\ud800-\udfff]/gu, '');
}
