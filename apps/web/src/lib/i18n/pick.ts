import type { Locale } from './locale.js';

/** The text in the language of the screens, or the Vietnamese where no English was written. */
export function pick(locale: Locale, vi: string, en: string | null | undefined): string {
  return locale === 'en' && en !== null && en !== undefined && en !== '' ? en : vi;
}

/** The language of a picked text, for `lang` where it is not that of the screens. */
export function langOf(locale: Locale, en: string | null | undefined): 'vi' | undefined {
  return locale === 'en' && (en === null || en === undefined || en === '') ? 'vi' : undefined;
}
