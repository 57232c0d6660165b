import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, calendarDate } from './calendar-date.js';
import {
  isEmptyRange,
  rangeContains,
  rangesOverlap,
  truncateRange,
  type DateRange,
} from './date-range.js';

const base = calendarDate('2026-01-01');
const anyDay = fc.integer({ min: 0, max: 20 }).map((n) => addDays(base, n));
const anyRange: fc.Arbitrary<DateRange> = fc.record({
  from: anyDay,
  to: fc.option(anyDay, { nil: null }),
});
const everyDay = Array.from({ length: 30 }, (_, n) => addDays(base, n - 5));

describe('a half-open range of days', () => {
  it('contains its first day and not its last bound', () => {
    const range = { from: calendarDate('2026-07-01'), to: calendarDate('2026-08-01') };
    expect(rangeContains(range, calendarDate('2026-06-30'))).toBe(false);
    expect(rangeContains(range, calendarDate('2026-07-01'))).toBe(true);
    expect(rangeContains(range, calendarDate('2026-07-31'))).toBe(true);
    expect(rangeContains(range, calendarDate('2026-08-01'))).toBe(false);
    expect(rangeContains({ ...range, to: null }, calendarDate('2099-01-01'))).toBe(true);
  });

  it('overlaps another exactly when they share a day', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const shared = everyDay.some((day) => rangeContains(a, day) && rangeContains(b, day));
        expect(rangesOverlap(a, b)).toBe(shared);
        expect(rangesOverlap(b, a)).toBe(shared);
      }),
    );
  });

  it('is empty exactly when it contains no day', () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        expect(isEmptyRange(range)).toBe(!everyDay.some((day) => rangeContains(range, day)));
      }),
    );
  });

  it('keeps exactly the days before the end it is cut at', () => {
    fc.assert(
      fc.property(anyRange, anyDay, (range, end) => {
        const cut = truncateRange(range, end);
        for (const day of everyDay) {
          expect(rangeContains(cut, day)).toBe(rangeContains(range, day) && day < end);
        }
      }),
    );
  });
});
