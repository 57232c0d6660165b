import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  addDays,
  calendarDate,
  compareDates,
  daysBetween,
  formatDate,
  formatPaperDate,
  hanoiDate,
  parseCalendarDate,
  parseVietnameseDate,
  startOfHanoiDay,
  yearOf,
  type CalendarDate,
} from './calendar-date.js';
import { DomainError } from './domain-error.js';

const anyDate: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((days) => addDays(calendarDate('2000-01-01'), days));

describe('a calendar date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '', '0000-01-01'])(
    'is not made from %s',
    (text) => {
      expect(parseCalendarDate(text)).toBeNull();
      expect(() => calendarDate(text)).toThrow(DomainError);
    },
  );

  it.each(['2024-02-29', '2000-02-29', '1900-02-28', '9999-12-31', '0001-01-01'])(
    'is made from %s',
    (text) => expect(calendarDate(text)).toBe(text),
  );

  it('knows that 1900 had no leap day', () => {
    expect(parseCalendarDate('1900-02-29')).toBeNull();
  });

  it('reads the Vietnamese order, with or without zeros', () => {
    expect(parseVietnameseDate(' 8/7/2026 ')).toBe('2026-07-08');
    expect(parseVietnameseDate('08/07/2026')).toBe('2026-07-08');
    expect(parseVietnameseDate('31/04/2026')).toBeNull();
    expect(parseVietnameseDate('2026-07-08')).toBeNull();
  });

  it('adds and counts days consistently', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(days));
        expect(parseVietnameseDate(formatDate(date))).toBe(date);
      }),
    );
  });

  it('refuses to leave the calendar', () => {
    expect(() => addDays(calendarDate('9999-12-31'), 1)).toThrow(DomainError);
    expect(() => addDays(calendarDate('0001-01-01'), -1)).toThrow(DomainError);
  });

  it('is written on papers with zeros only where the decree wants them', () => {
    expect(formatPaperDate(calendarDate('2026-07-08'))).toBe('ngày 08 tháng 7 năm 2026');
    expect(formatPaperDate(calendarDate('2026-01-15'))).toBe('ngày 15 tháng 01 năm 2026');
    expect(formatPaperDate(calendarDate('2026-02-01'))).toBe('ngày 01 tháng 02 năm 2026');
    expect(formatPaperDate(calendarDate('2026-12-30'))).toBe('ngày 30 tháng 12 năm 2026');
    expect(formatPaperDate(calendarDate('2026-03-10'))).toBe('ngày 10 tháng 3 năm 2026');
  });

  it('changes in Hanoi seven hours before UTC', () => {
    expect(hanoiDate(new Date('2026-06-30T16:59:59.999Z'))).toBe('2026-06-30');
    expect(hanoiDate(new Date('2026-06-30T17:00:00Z'))).toBe('2026-07-01');
    expect(hanoiDate(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
    expect(yearOf(hanoiDate(new Date('2025-12-31T17:00:00Z')))).toBe(2026);
  });

  it('begins at an instant that is already that day, and not a moment sooner', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const start = startOfHanoiDay(date);
        expect(hanoiDate(start)).toBe(date);
        expect(hanoiDate(new Date(start.getTime() - 1))).toBe(addDays(date, -1));
      }),
    );
  });
});
