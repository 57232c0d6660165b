import { describe, expect, it } from '@jest/globals';
import {
  doubtsOfPersonalNumber,
  isPersonalNumber,
  maskPersonalNumber,
  readPersonalNumber,
} from './personal-number.js';

describe('the personal number', () => {
  it('is exactly 12 digits', () => {
    expect(isPersonalNumber('017095000001')).toBe(true);
    for (const wrong of ['17095000001', '0170950000011', '01709500000a', ' 017095000001', '']) {
      expect(isPersonalNumber(wrong)).toBe(false);
      expect(readPersonalNumber(wrong)).toBeNull();
    }
  });

  it.each([
    ['017095000001', 'male', 1995],
    ['017195000001', 'female', 1995],
    ['017203000001', 'male', 2003],
    ['017303000001', 'female', 2003],
  ] as const)('%s reads %s, %d', (personalNumber, sex, birthYear) => {
    expect(readPersonalNumber(personalNumber)).toEqual({ sex, birthYear });
    expect(doubtsOfPersonalNumber(personalNumber, { sex, birthYear })).toEqual([]);
  });

  it('raises doubts, and none about what is unknown', () => {
    expect(doubtsOfPersonalNumber('017095000001', { sex: 'female', birthYear: 1996 })).toEqual([
      'sex-differs',
      'birth-year-differs',
    ]);
    expect(doubtsOfPersonalNumber('017095000001', { sex: null, birthYear: null })).toEqual([]);
  });

  it('is shown with its middle hidden, and hidden whole when it is not one', () => {
    expect(maskPersonalNumber('017012345612')).toBe('0170******12');
    expect(maskPersonalNumber('113456789')).toBe('************');
  });
});
