import type { ForeignElement } from './foreign-tree.js';

const UNITS: Readonly<Record<string, number>> = { in: 72, cm: 28.35, mm: 2.835, pt: 1, px: 0.75 };

/** The declarations of an element's style, names and values in lower case; the last one holds. */
export function styleOf(element: ForeignElement): ReadonlyMap<string, string> {
  const style = element.attributes.get('style');
  if (style === undefined || style === '') return new Map();
  const declarations = style.split(';').flatMap((part): (readonly [string, string])[] => {
    const at = part.indexOf(':');
    if (at < 0) return [];
    return [
      [
        part.slice(0, at).trim().toLowerCase(),
        part
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      ],
    ];
  });
  return new Map(declarations);
}

/** Whether the element has a class whose name begins so. */
export function hasClass(element: ForeignElement, beginning: string): boolean {
  const names = element.attributes.get('class')?.toLowerCase().split(/\s+/) ?? [];
  return names.some((name) => name.startsWith(beginning.toLowerCase()));
}

/** A length in points; nothing for what is no length. */
export function points(length: string | undefined): number | undefined {
  const [, number, unit = ''] = /^(-?\d*\.?\d+)\s*(in|cm|mm|pt|px)\b/.exec(length ?? '') ?? [];
  const factor = UNITS[unit];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

/** What nobody sees on the page it comes from. */
export function isHidden(element: ForeignElement, style: ReadonlyMap<string, string>): boolean {
  if (element.attributes.has('hidden')) return true;
  return style.get('display') === 'none' || style.get('mso-hide') === 'all';
}
