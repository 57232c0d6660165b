import type { Locale } from '../../lib/i18n/locale.js';
import { lookAttributes } from '../../lib/look-cookie.js';
import { windowTitle } from '../../lib/title.js';
import { ANSWERS_ID, DRAWN, type DrawnFor } from './take-over.js';

const EMPTY = '<div id="app"></div>';
const ROOT = /<html[^>]*>/;
const TITLE = /<title>[^<]*<\/title>/;

/** JSON that may stand in a page: nothing in it can end the element around it. */
function written(drawn: DrawnFor): string {
  return JSON.stringify(drawn).replace(/</g, '\\u003c');
}

/** The title of the window, with nothing in it that ends it. */
function titled(page: string): string {
  const words = windowTitle(page).replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<title>${words}</title>`;
}

/**
 * Puts a drawn text and what it shows into the page of the program. Throws when the page has no place for it.
 */
export function fillPage(page: {
  readonly template: string;
  readonly body: string;
  readonly drawn: DrawnFor;
  /** What the page is about, for the title of the window. */
  readonly title: string;
  readonly locale: Locale;
  readonly cookies: Readonly<Record<string, string>>;
}): string {
  const { template, locale } = page;
  if (!template.includes(EMPTY) || !ROOT.test(template)) throw new Error('The page has no place.');
  const attributes = lookAttributes(page.cookies).map(([name, value]) => ` ${name}="${value}"`);
  // Given as functions: a text may hold what a replacement would read as a sign ($&).
  return template
    .replace(TITLE, (usual) => (page.title === '' ? usual : titled(page.title)))
    .replace(ROOT, () => `<html lang="${locale}"${attributes.join('')}>`)
    .replace(
      EMPTY,
      () =>
        `<div id="app" ${DRAWN}>${page.body}</div>` +
        `<script type="application/json" id="${ANSWERS_ID}">${written(page.drawn)}</script>`,
    );
}
