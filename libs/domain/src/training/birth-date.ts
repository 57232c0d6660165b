import {
  parseCalendarDate,
  parseVietnameseDate,
  addDays,
  calendarDate,
  yearOf,
  type CalendarDate,
} from '../shared/calendar-date.js';

/** A cell of a spreadsheet as it was read: a date cell gives a Date (midnight UTC). */
export type RawCell = string | number | boolean | Date | null;

/** A date read from a cell; `year` alone where no more is known of an older person (dossier 6.3). */
export type ReadDate =
  | { readonly kind: 'day'; readonly date: CalendarDate }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'wrong' };

const WRONG: ReadDate = { kind: 'wrong' };

/** Serial 1 of the 1900 date system, less one day; serials from 61 on also skip the false 29/2/1900. */
const SERIAL_BASE = calendarDate('1899-12-31');
const FALSE_LEAP_DAY = 60;
/** 31/12/9999 in the 1900 date system. */
const LAST_SERIAL = 2_958_465;

/**
 * The day of a serial number of the 1900 date system, which counts a 29/2/1900 that never was; a
 * fraction (time of day) is dropped. Null for what is no such serial, and for the false day itself.
 */
export function fromExcelSerial(serial: number): CalendarDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 1 || day > LAST_SERIAL || day === FALSE_LEAP_DAY) {
    return null;
  }
  return addDays(SERIAL_BASE, day > FALSE_LEAP_DAY ? day - 1 : day);
}

const isYear = (value: number): boolean =>
  Number.isInteger(value) && value >= 1900 && value <= 2100;

function fromNumber(value: number): ReadDate {
  // 1900 to 2100 as serials are days of 1905, when nobody who studies was born
  if (isYear(value)) return { kind: 'year', year: value };
  const date = fromExcelSerial(value);
  return date === null ? WRONG : { kind: 'day', date };
}

function fromText(text: string): ReadDate {
  const bare = text.trim().replace(/\s*[/.-]\s*/gu, '/');
  if (/^\d{4}$/u.test(bare))
    return isYear(Number(bare)) ? { kind: 'year', year: Number(bare) } : WRONG;
  const date = parseVietnameseDate(bare) ?? parseCalendarDate(bare.replaceAll('/', '-'));
  return date === null ? WRONG : { kind: 'day', date };
}

/**
 * Reads a date from a cell: `dd/MM/yyyy` also with dots or hyphens, `yyyy-MM-dd`, a year alone, a
 * serial number, or a date cell. Days are never guessed: `13/25/1990` and two-digit years are wrong.
 */
export function readDateCell(cell: RawCell): ReadDate {
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell === 'string') return fromText(cell);
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return WRONG;
  const date = parseCalendarDate(cell.toISOString().slice(0, 10));
  return date === null ? WRONG : { kind: 'day', date };
}

/** Full years of age on a day. Born on 29/2, one is a year older on 1/3 of other years. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = yearOf(day) - yearOf(birthDate);
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
