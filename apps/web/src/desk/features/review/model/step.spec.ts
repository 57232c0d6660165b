import { describe, expect, it } from '@jest/globals';
import { stepFrom } from './step.js';

describe('a step through the changes', () => {
  it('begins at the first or the last', () => {
    expect([stepFrom(-1, 1, 5), stepFrom(-1, -1, 5)]).toEqual([0, 4]);
  });

  it('goes on by one and stops at both ends', () => {
    expect([stepFrom(1, 1, 5), stepFrom(4, 1, 5), stepFrom(0, -1, 5)]).toEqual([2, 4, 0]);
  });

  it('goes nowhere where nothing changed', () => {
    expect(stepFrom(-1, 1, 0)).toBe(-1);
  });
});
