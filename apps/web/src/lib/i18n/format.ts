import { useLocale, type Locale } from './locale.js';

/** All dates of the product are those of Hanoi, wherever the device is. */
const timeZone = 'Asia/Ho_Chi_Minh';

type Moment = string | Date;

/** Writes numbers and dates the way of one language. Dates are dd/MM/yyyy and times 24 hours in both. */
export interface Format {
  /** `1.284` or `8,5`; English `1,284` and `8.5`. */
  readonly number: (value: number, digits?: number) => string;
  /** A share from 0 to 1 as `72 %`. */
  readonly percent: (share: number, digits?: number) => string;
  /** Marks in hundredths of a point as `8,5`. */
  readonly mark: (hundredths: number) => string;
  /** `14/05/2026` */
  readonly date: (moment: Moment) => string;
  /** `15/05` */
  readonly dayMonth: (moment: Moment) => string;
  /** `Thứ Năm` */
  readonly weekday: (moment: Moment) => string;
  /** `Thứ Năm, 14/05/2026` */
  readonly longDate: (moment: Moment) => string;
  /** `17:00` */
  readonly time: (moment: Moment) => string;
  /** `17:00, 14/05/2026` */
  readonly dateTime: (moment: Moment) => string;
  /** `6,2 MB` */
  readonly bytes: (count: number) => string;
}

/** An instant, or noon of a calendar date so that no time zone can move it to another day. */
function instantOf(moment: Moment): Date {
  if (moment instanceof Date) return moment;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}T12:00:00+07:00` : moment);
}

function dateParts(locale: string): (moment: Moment) => Record<string, string> {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (moment) =>
    Object.fromEntries(
      parts.formatToParts(instantOf(moment)).map((part) => [part.type, part.value]),
    );
}

function numberWriter(locale: string): (value: number, digits?: number) => string {
  const writers = new Map<number, Intl.NumberFormat>();
  return (value, digits) => {
    const key = digits ?? -1;
    const range =
      digits === undefined
        ? { maximumFractionDigits: 2 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const writer = writers.get(key) ?? new Intl.NumberFormat(locale, range);
    writers.set(key, writer);
    return writer.format(value);
  };
}

function makeFormat(locale: Locale): Format {
  const tag = locale === 'vi' ? 'vi-VN' : 'en-GB';
  const number = numberWriter(tag);
  const parts = dateParts(tag);
  const date = (moment: Moment) => {
    const { day, month, year } = parts(moment);
    return `${day}/${month}/${year}`;
  };
  const time = (moment: Moment) => {
    const { hour, minute } = parts(moment);
    return `${hour}:${minute}`;
  };
  const weekday = (moment: Moment) => parts(moment)['weekday'] ?? '';
  return {
    number,
    percent: (share, digits = 0) => `${number(share * 100, digits)}\u00a0%`,
    mark: (hundredths) => number(hundredths / 100, hundredths % 10 === 0 ? 1 : 2),
    date,
    dayMonth: (moment) => date(moment).slice(0, 5),
    weekday,
    longDate: (moment) => `${weekday(moment)}, ${date(moment)}`,
    time,
    dateTime: (moment) => `${time(moment)}, ${date(moment)}`,
    bytes: (count) => bytes(count, number),
  };
}

function bytes(count: number, number: Format['number']): string {
  if (count < 1000) return `${number(count, 0)}\u00a0B`;
  if (count < 1_000_000) return `${number(count / 1000, 0)}\u00a0kB`;
  return `${number(count / 1_000_000, 1)}\u00a0MB`;
}

const formats = new Map<Locale, Format>();

/** The writer of a language, made once. */
export function formatFor(locale: Locale): Format {
  const known = formats.get(locale) ?? makeFormat(locale);
  formats.set(locale, known);
  return known;
}

/** The writer of the language of the screens. */
export function useFormat(): Format {
  return formatFor(useLocale());
}
