import type { RichMark } from '@cam-nang/domain';

import { isAllowedLink } from '../document/link-address.js';
import type { ForeignLossCode } from './foreign-losses.js';
import { withMark, withoutMark, type ForeignReading } from './foreign-reading.js';
import { hasClass, styleOf } from './foreign-style.js';
import { wordsOf, type ForeignElement } from './foreign-tree.js';

const BOLD: ReadonlySet<string> = new Set(['b', 'strong']);
const ITALIC: ReadonlySet<string> = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const CODE: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt']);
const STRUCK: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

type Style = ReadonlyMap<string, string>;

/** The marks of words inside an element. Fonts and colours say nothing; what says more is reported. */
export function marksInside(
  reading: ForeignReading,
  element: ForeignElement,
  outer: readonly RichMark[],
): readonly RichMark[] {
  const style = styleOf(element);
  let marks = weight(element, style, outer);
  marks = slant(element, style, marks);
  if (CODE.has(element.name)) marks = withMark(marks, { type: 'code' });
  if (element.name === 'a') marks = linked(reading, element, marks);
  reportLook(reading, element, style, marks);
  return marks;
}

function weight(
  { name }: ForeignElement,
  style: Style,
  marks: readonly RichMark[],
): readonly RichMark[] {
  const said = style.get('font-weight');
  if (said === undefined) return BOLD.has(name) ? withMark(marks, { type: 'bold' }) : marks;
  if (/^bold|^[6-9]\d\d/.test(said)) return withMark(marks, { type: 'bold' });
  return /^normal|^[1-5]\d\d/.test(said) ? withoutMark(marks, 'bold') : marks;
}

function slant(
  { name }: ForeignElement,
  style: Style,
  marks: readonly RichMark[],
): readonly RichMark[] {
  const said = style.get('font-style');
  if (said === undefined) return ITALIC.has(name) ? withMark(marks, { type: 'italic' }) : marks;
  if (/^(italic|oblique)/.test(said)) return withMark(marks, { type: 'italic' });
  return said.startsWith('normal') ? withoutMark(marks, 'italic') : marks;
}

function reportLook(
  reading: ForeignReading,
  element: ForeignElement,
  style: Style,
  marks: readonly RichMark[],
): void {
  const said = ['text-decoration', 'text-decoration-line'].map((name) => style.get(name) ?? '');
  const line = said.join(' ');
  const look = (code: ForeignLossCode, isSo: boolean) => {
    if (isSo) reading.losses.add(code, wordsOf(element));
  };
  look('struck', STRUCK.has(element.name) || line.includes('line-through'));
  const isUnderlined = element.name === 'u' || line.includes('underline');
  look('underline', isUnderlined && !isPartOfLink(element, marks));
  const highlight = style.get('mso-highlight') ?? 'none';
  look('highlight', element.name === 'mark' || highlight !== 'none');
}

/** Links are underlined everywhere; Word and Google say so once more in a class or around them. */
function isPartOfLink(element: ForeignElement, marks: readonly RichMark[]): boolean {
  if (marks.some(({ type }) => type === 'link')) return true;
  if (element.name === 'a' || hasClass(element, 'MsoHyperlink')) return true;
  return element.children.some((child) => typeof child !== 'string' && child.name === 'a');
}

function linked(
  reading: ForeignReading,
  element: ForeignElement,
  marks: readonly RichMark[],
): readonly RichMark[] {
  const written = element.attributes.get('href')?.trim() ?? '';
  if (written === '' || written.startsWith('#')) return marks;
  const href = realAddress(written).replace(/ /g, '%20').normalize('NFC');
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) && isAllowedLink(href)) {
    return withMark(marks, { type: 'link', attrs: { href } });
  }
  reading.losses.add('link', `${wordsOf(element)} (${written})`);
  return marks;
}

/** Where a link leads that Google Docs sends round by itself. */
function realAddress(href: string): string {
  const asked = /^https?:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/i.exec(href)?.[1];
  if (asked === undefined) return href;
  try {
    return decodeURIComponent(asked);
  } catch {
    return href;
  }
}

/** Raised or lowered words, by element or by style. */
export function positionOf(element: ForeignElement): 'raised' | 'lowered' | null {
  const align = styleOf(element).get('vertical-align');
  if (element.name === 'sup' || align === 'super') return 'raised';
  return element.name === 'sub' || align === 'sub' ? 'lowered' : null;
}
