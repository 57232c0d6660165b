import { DomainError } from './domain-error.js';
import { compareCodeUnits } from './text.js';

declare const calendarDateBrand: unique symbol;

/**
 * A day of the Gregorian calendar written `YYYY-MM-DD`, years 0001 to 9999. Legal dates are days in
 * Hanoi, not instants; plain comparison of the texts is comparison of the days.
 */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const VIETNAMESE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DAY_MS = 86_400_000;
/** Vietnam keeps UTC+7 without summer time (Asia/Ho_Chi_Minh since 1975). */
const HANOI_OFFSET_MS = 7 * 3_600_000;

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function fromParts({ year, month, day }: DateParts): CalendarDate | null {
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1;
  if (!real || day > daysInMonth(year, month)) return null;
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return text as CalendarDate;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function partsOf(date: CalendarDate): DateParts {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
}

/** The day as a whole number of days since 1970-01-01. */
function epochDay(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromEpochDay(days: number): CalendarDate {
  const at = new Date(days * DAY_MS);
  const date = Number.isNaN(at.getTime())
    ? null
    : fromParts({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() });
  if (date === null || at.getUTCFullYear() > 9999) {
    throw new DomainError('request.invalid', { reason: 'date_out_of_range' });
  }
  return date;
}

/** The day that `YYYY-MM-DD` names, or null when the text has another form or no such day exists. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = ISO.exec(text);
  if (!match) return null;
  return fromParts({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** The day that `d/M/yyyy` or `dd/MM/yyyy` names, or null. */
export function parseVietnameseDate(text: string): CalendarDate | null {
  const match = VIETNAMESE.exec(text.trim());
  if (!match) return null;
  return fromParts({ year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) });
}

/**
 * The day that `YYYY-MM-DD` names.
 *
 * @throws DomainError `request.invalid` when there is no such day
 */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new DomainError('request.invalid', { reason: 'not_a_date', text });
  return date;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from);
}

/** Negative when `a` is earlier than `b`, positive when later, zero on the same day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return compareCodeUnits(a, b);
}

/** `dd/MM/yyyy`, the everyday form. */
export function formatDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${pad(day, 2)}/${pad(month, 2)}/${pad(year, 4)}`;
}

/**
 * The form on papers: "ngày 08 tháng 7 năm 2026". Days under 10 and the months 1 and 2 take a zero
 * in front, other months do not (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4).
 */
export function formatPaperDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  const paperMonth = month <= 2 ? pad(month, 2) : String(month);
  return `ngày ${pad(day, 2)} tháng ${paperMonth} năm ${year}`;
}

/** The calendar day in Hanoi at an instant. */
export function hanoiDate(instant: Date): CalendarDate {
  return fromEpochDay(Math.floor((instant.getTime() + HANOI_OFFSET_MS) / DAY_MS));
}

/** The instant at which a day begins in Hanoi. */
export function startOfHanoiDay(date: CalendarDate): Date {
  return new Date(epochDay(date) * DAY_MS - HANOI_OFFSET_MS);
}

/** The calendar year of a day; yearly series restart with it. */
export function yearOf(date: CalendarDate): number {
  return partsOf(date).year;
}
