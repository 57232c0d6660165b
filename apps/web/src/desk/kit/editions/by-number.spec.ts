import { describe, expect, it } from '@jest/globals';
import { byNumber } from './by-number.js';

describe('editions by number', () => {
  it('have an erratum beside what it corrects, though it has no day yet or came later than a newer edition', () => {
    const numbers = ['2.0', '1.10', '1.0', '10.0', '1.9'].map((label) => {
      const [major = 0, minor = 0] = label.split('.').map(Number);
      return { label, major, minor };
    });
    expect(numbers.sort(byNumber).map(({ label }) => label)).toEqual([
      '1.0',
      '1.9',
      '1.10',
      '2.0',
      '10.0',
    ]);
  });
});
