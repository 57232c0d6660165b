import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, daysBetween, formatDate } from '../shared/calendar-date.js';
import { ageOn, fromExcelSerial, readDateCell } from './birth-date.js';

const day = fc
  .integer({ min: 0, max: 55_000 })
  .map((days) => addDays(calendarDate('1950-01-01'), days));

describe('reading a date cell', () => {
  it.each([
    ['08/07/1996', '1996-07-08'],
    ['8/7/1996', '1996-07-08'],
    ['08.07.1996', '1996-07-08'],
    [' 08 - 07 - 1996 ', '1996-07-08'],
    ['1996-07-08', '1996-07-08'],
    [35_254, '1996-07-08'],
    [35_254.75, '1996-07-08'],
    [new Date('1996-07-08T00:00:00Z'), '1996-07-08'],
    ['29/02/2000', '2000-02-29'],
  ])('%s', (cell, date) => {
    expect(readDateCell(cell)).toEqual({ kind: 'day', date });
  });

  it.each([['1996'], [' 1996 '], [1996]])('%j is a year alone', (cell) => {
    expect(readDateCell(cell)).toEqual({ kind: 'year', year: 1996 });
  });

  it.each([
    ['13/25/1990'],
    ['29/02/1999'],
    ['8/7/96'],
    ['hôm qua'],
    ['0000'],
    [''],
    [-1],
    [60],
    [Number.NaN],
    [9e9],
    [true],
    [null],
    [new Date(Number.NaN)],
  ])('%j is no date', (cell) => {
    expect(readDateCell(cell)).toEqual({ kind: 'wrong' });
  });

  it('reads every day alike, typed, as a serial and as a date cell', () => {
    const origin = calendarDate('1900-03-01');
    fc.assert(
      fc.property(day, (date) => {
        const serial = daysBetween(origin, date) + 61;
        for (const cell of [formatDate(date), date, serial, new Date(`${date}T00:00:00Z`)]) {
          expect(readDateCell(cell)).toEqual({ kind: 'day', date });
        }
      }),
    );
  });

  it('knows the serials around the day that never was', () => {
    expect([1, 59, 60, 61].map(fromExcelSerial)).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
    ]);
  });
});

describe('age', () => {
  it.each([
    ['2000-07-08', '2026-07-07', 25],
    ['2000-07-08', '2026-07-08', 26],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
  ])('born %s is on %s %d', (birthDate, on, years) => {
    expect(ageOn(calendarDate(birthDate), calendarDate(on))).toBe(years);
  });
});
