import type { ForeignLoss } from '@cam-nang/content/foreign-html';
import { textOf } from './docx-xml.js';
import type { DocxParts } from './open-docx.js';

/**
 * Fonts of the years before Unicode (TCVN3: ".VnTime"; VNI: "VNI-Times"): the file holds other letters than people
 * saw in it.
 */
const OLD_FONT = /w:(?:ascii|hAnsi)="(?:\.vn|vni[- ])/i;
/** Letters that Vietnamese never writes, and signs that stand inside a word only where they mean a letter. */
const STRANGE = /[äåæçëîïñöøûüÿßÞþð]|\p{L}[¡¢£¤¥¦¨©¬®¯´µ¶¸¿]|[¡¢£¤¥¦¨©¬®¯´µ¶¸¿]\p{L}/iu;
const LONGEST_LINE = 2000;
const MOST_WORDS = 120;

/**
 * Paragraphs that cannot be read without their old font. Fonts alone prove nothing: templates name them long after
 * everybody has left them.
 */
export function oldFontLoss(parts: DocxParts): readonly ForeignLoss[] {
  const text = textOf(parts, 'word/document.xml');
  const styles = textOf(parts, 'word/styles.xml');
  if (!OLD_FONT.test(text) && !OLD_FONT.test(styles)) return [];
  const strange = text
    .split(/<w:p[ >]/)
    .map(allWords)
    .filter((words) => STRANGE.test(words));
  if (strange.length === 0) return [];
  const near = (strange[0] ?? '').slice(0, MOST_WORDS).trim();
  return [{ code: 'old_font', under: '', near, count: strange.length }];
}

function allWords(paragraph: string): string {
  const texts = paragraph.split(/<w:t(?: [^<>]*)?>/).slice(1);
  return texts
    .map((piece) => piece.split('<', 1)[0])
    .join('')
    .slice(0, LONGEST_LINE);
}
