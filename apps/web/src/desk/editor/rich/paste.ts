/** Markers that Word puts before the text of list items it made itself. */
const BULLET = /^[·•▪◦o§–-]\s+/u;
const NUMBER = /^(?:\d+|[a-zđ])[.)]\s+/iu;

/** What a pasted paragraph of Word is: an item of a list, by its style, or an ordinary one. */
export function listKind(style: string, className: string, text: string): 'ul' | 'ol' | null {
  const isItem = /mso-list\s*:/i.test(style) || /MsoListParagraph/i.test(className);
  if (!isItem) return null;
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return 'ol';
  return BULLET.test(trimmed) || /mso-list\s*:/i.test(style) ? 'ul' : null;
}

/** The text of such an item without its marker. */
export function withoutMarker(text: string): string {
  return text
    .replace(/^[\s\u00a0]+/u, '')
    .replace(BULLET, '')
    .replace(NUMBER, '');
}

/** Plain text as it may stand in a document: NFC, no control characters but line ends. */
export function cleanPastedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC');
}

/** Levels of pasted headings: the lesson's own title is level 1, so that text begins with level 2. */
export function headingLevel(level: number): 2 | 3 | 4 {
  if (level <= 2) return 2;
  return level === 3 ? 3 : 4;
}
