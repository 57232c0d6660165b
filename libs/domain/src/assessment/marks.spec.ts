import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countingScore, passes, roundMark, sumScores, toMark } from './marks.js';
import { divideHalfUp, shareOf } from './rounding.js';

const TEN = 1000;
const HALF = 5000;

describe('rounding half up', () => {
  it('is right for whole numbers of any size and sign', () => {
    expect([5, 4, -5, -4, -6].map((value) => divideHalfUp(value, 10))).toEqual([1, 0, 0, 0, -1]);
    expect(divideHalfUp(9_007_199_254_740_991, 2)).toBe(4_503_599_627_370_496);
  });

  it('is never further than half a step, and above when exactly half', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 1_000_000 }),
        (numerator, denominator) => {
          const distance =
            2n * BigInt(divideHalfUp(numerator, denominator)) * BigInt(denominator) -
            2n * BigInt(numerator);
          expect(distance <= BigInt(denominator) && distance > -BigInt(denominator)).toBe(true);
        },
      ),
    );
  });

  it('gives nothing of nothing', () => {
    expect(shareOf({ part: 0, whole: 0 }, 100)).toBe(0);
    expect(toMark({ points: 0, maximum: 0 }, TEN)).toBe(0);
  });
});

describe('marks (law 11, scenario 10.6.7)', () => {
  it.each([
    [495, 500, true],
    [494, 490, false],
    [500, 500, true],
    [499, 500, true],
    [0, 0, false],
    [1000, 1000, true],
  ])('%d hundredths become %d; passes: %p', (exact, rounded, passed) => {
    expect(roundMark(exact)).toBe(rounded);
    expect(toMark({ points: exact, maximum: 1000 }, TEN)).toBe(rounded);
    expect(passes(rounded, TEN, HALF)).toBe(passed);
  });

  it('rounds once: 49.46 of 100 is 4.9 of ten, though 4.946 is 4.95 to two decimals', () => {
    expect(toMark({ points: 4946, maximum: 10_000 }, TEN)).toBe(490);
    expect(toMark({ points: 4950, maximum: 10_000 }, TEN)).toBe(500);
  });

  it('does not depend on how the maximum is split', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 50 }), (points, factor) => {
        const one = { points, maximum: 3000 };
        const other = { points: points * factor, maximum: 3000 * factor };
        expect(toMark(one, TEN)).toBe(toMark(other, TEN));
      }),
    );
  });

  it('keeps within the scale and never falls when points rise', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(4000), (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const marks = [low, high].map((points) => toMark({ points, maximum: 4000 }, TEN));
        expect(marks[0]).toBeGreaterThanOrEqual(0);
        expect(marks[1]).toBeLessThanOrEqual(TEN);
        expect(marks[0] ?? 0).toBeLessThanOrEqual(marks[1] ?? 0);
      }),
    );
  });

  it('sums scores', () => {
    expect(sumScores([])).toEqual({ points: 0, maximum: 0 });
    expect(
      sumScores([
        { points: 33, maximum: 100 },
        { points: 100, maximum: 200 },
      ]),
    ).toEqual({ points: 133, maximum: 300 });
  });
});

describe('the attempt that counts', () => {
  const scores = [
    { points: 50, maximum: 100 },
    { points: 180, maximum: 300 },
    { points: 55, maximum: 100 },
    { points: 60, maximum: 100 },
  ];
  it('is the best by share, of equals the earlier, or the last', () => {
    expect(countingScore(scores, 'best')).toBe(scores[1]);
    expect(countingScore(scores.slice(0, 3), 'last')).toBe(scores[2]);
    expect(countingScore([], 'best')).toBeNull();
    expect(countingScore([], 'last')).toBeNull();
  });
});
