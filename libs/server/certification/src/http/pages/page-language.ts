import { calendarDate, formatDate } from '@cam-nang/domain';
import { en } from './texts-en.js';
import { vi, type PageText, type PageTexts } from './texts-vi.js';

/** Languages of the pages. */
export type PageLanguage = 'vi' | 'en';

/** Fills a text in. */
export type Say = (text: PageText, values?: Readonly<Record<string, string | number>>) => string;

const TEXTS: Readonly<Record<PageLanguage, PageTexts>> = { vi, en };

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** The language asked for by `?lang=`; Vietnamese unless English is wanted. */
export function pageLanguage(asked: string | undefined): PageLanguage {
  return asked === 'en' ? 'en' : 'vi';
}

/** The words of a language. */
export function wordsOf(language: PageLanguage): Say {
  return (text, values = {}) =>
    TEXTS[language][text].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** `dd/MM/yyyy` in both languages, as on the paper. */
export function day(date: string): string {
  return formatDate(calendarDate(date));
}

/** Time and day in Hanoi: `14:32` and `10/07/2026`. */
export function moment(instant: string): { readonly time: string; readonly date: string } {
  const parts = new Map(
    CLOCK.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    time: `${part('hour')}:${part('minute')}`,
    date: `${part('day')}/${part('month')}/${part('year')}`,
  };
}
