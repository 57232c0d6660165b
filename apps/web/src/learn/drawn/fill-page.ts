import type { Answers } from '../../lib/api/resource.js';
import type { Locale } from '../../lib/i18n/locale.js';
import { lookAttributes } from '../../lib/look-cookie.js';
import { ANSWERS_ID, DRAWN } from './take-over.js';

const EMPTY = '<div id="app"></div>';
const ROOT = /<html[^>]*>/;

/** JSON that may stand in a page: nothing in it can end the element around it. */
function written(answers: Answers): string {
  return JSON.stringify(answers).replace(/</g, '\\u003c');
}

/**
 * Puts a drawn text and what it shows into the page of the program. Throws when the page has no place for it.
 */
export function fillPage(page: {
  readonly template: string;
  readonly body: string;
  readonly answers: Answers;
  readonly locale: Locale;
  readonly cookies: Readonly<Record<string, string>>;
}): string {
  const { template, locale } = page;
  if (!template.includes(EMPTY) || !ROOT.test(template)) throw new Error('The page has no place.');
  const attributes = lookAttributes(page.cookies).map(([name, value]) => ` ${name}="${value}"`);
  // Given as functions: a text may hold what a replacement would read as a sign ($&).
  return template
    .replace(ROOT, () => `<html lang="${locale}"${attributes.join('')}>`)
    .replace(
      EMPTY,
      () =>
        `<div id="app" ${DRAWN}>${page.body}</div>` +
        `<script type="application/json" id="${ANSWERS_ID}">${written(page.answers)}</script>`,
    );
}
