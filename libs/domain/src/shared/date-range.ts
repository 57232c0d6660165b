import { compareDates, type CalendarDate } from './calendar-date.js';

/** The days from `from` up to but without `to`; `to` is null when the range is open. */
export interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** Whether a range has no day at all. */
export function isEmptyRange(range: DateRange): boolean {
  return range.to !== null && compareDates(range.from, range.to) >= 0;
}

/** Whether a day lies in the range. */
export function rangeContains(range: DateRange, date: CalendarDate): boolean {
  if (compareDates(date, range.from) < 0) return false;
  return range.to === null || compareDates(date, range.to) < 0;
}

/** Whether two ranges share at least one day. */
export function rangesOverlap(a: DateRange, b: DateRange): boolean {
  if (isEmptyRange(a) || isEmptyRange(b)) return false;
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(a: DateRange, b: DateRange): boolean {
  return b.to === null || compareDates(a.from, b.to) < 0;
}

/** The range ending at `end` at the latest; it may become empty. */
export function truncateRange(range: DateRange, end: CalendarDate): DateRange {
  const earlier = range.to !== null && compareDates(range.to, end) <= 0;
  return earlier ? range : { from: range.from, to: end };
}
