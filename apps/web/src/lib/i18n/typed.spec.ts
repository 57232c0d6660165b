import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTypedDate, parseTypedNumber, typedDate } from './typed.js';

describe('what is typed', () => {
  it('is a day when that day exists', () => {
    expect(parseTypedDate('12/09/1998')).toBe('1998-09-12');
    expect(parseTypedDate(' 1-3-2026 ')).toBe('2026-03-01');
    expect(parseTypedDate('29/02/2024')).toBe('2024-02-29');
    for (const wrong of ['29/02/2026', '31/04/2026', '0/1/2026', '9/1998', '1998-09-12', '']) {
      expect([wrong, parseTypedDate(wrong)]).toEqual([wrong, undefined]);
    }
  });

  it('is read back as it was shown', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(parseTypedDate(typedDate(day))).toBe(day);
        },
      ),
    );
    expect(typedDate(null)).toBe('');
  });

  it('is a number with comma or point', () => {
    expect([parseTypedNumber('8,5'), parseTypedNumber('8.5'), parseTypedNumber('-3')]).toEqual([
      8.5, 8.5, -3,
    ]);
    expect([parseTypedNumber('8,5,1'), parseTypedNumber(''), parseTypedNumber('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
