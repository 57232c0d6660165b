import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithin, readDecimal, readPlainDecimal } from './decimal.js';
import type { ExactDecimal } from './decimal.js';

const plain = (text: string): ExactDecimal => {
  const value = readPlainDecimal(text);
  if (value === null) throw new Error(`no number: ${text}`);
  return value;
};
const same = (one: ExactDecimal | null, other: ExactDecimal): boolean =>
  one !== null && isWithin(one, other, plain('0'));

describe('reading a typed number', () => {
  it.each([
    ['8,5', '8.5'],
    ['8.5', '8.5'],
    ['0.125', '0.125'],
    ['1.234', '1234'],
    ['1.234.567', '1234567'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['1,234', '1.234'],
    ['1 234,50', '1234.5'],
    ['14\u00A0330', '14330'],
    ['-3', '-3'],
    ['\u22123,5', '-3.5'],
    ['+7', '7'],
    ['007', '7'],
    [',5', '0.5'],
    ['5,', '5'],
    ['12345', '12345'],
  ])('%s is %s', (typed, value) => {
    expect(same(readDecimal(typed), plain(value))).toBe(true);
  });

  it.each([
    '',
    ' ',
    '-',
    ',',
    '.',
    '1,2,3',
    '1.23.4',
    '12.34,5',
    '1e5',
    'mười',
    '5%',
    '1'.repeat(41),
  ])('%s is no number', (typed) => {
    expect(readDecimal(typed)).toBeNull();
  });

  it('reads back every whole number grouped the Vietnamese way', () => {
    const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(same(readDecimal(format.format(value)), plain(String(value)))).toBe(true);
      }),
    );
  });

  it('knows only plain notation in stored content', () => {
    for (const wrong of ['1,5', '1e3', '.5', '5.', '+1', ''])
      expect(readPlainDecimal(wrong)).toBeNull();
  });
});

describe('tolerance', () => {
  it('includes its bounds, exactly', () => {
    expect(isWithin(plain('0.3'), plain('0.1'), plain('0.2'))).toBe(true);
    expect(isWithin(plain('0.30000000000000000001'), plain('0.1'), plain('0.2'))).toBe(false);
    expect(isWithin(plain('-5'), plain('5'), plain('10'))).toBe(true);
  });

  it('agrees with whole-number arithmetic on hundredths', () => {
    const hundredths = fc.integer({ min: -100_000, max: 100_000 });
    const text = (value: number): ExactDecimal => ({ digits: BigInt(value), scale: 2 });
    fc.assert(
      fc.property(hundredths, hundredths, fc.nat(1000), (value, target, tolerance) => {
        expect(isWithin(text(value), text(target), text(tolerance))).toBe(
          Math.abs(value - target) <= tolerance,
        );
      }),
    );
  });
});
