import { describe, expect, it } from '@jest/globals';
import { growthExponent, median } from './figures.js';

describe('figures', () => {
  it('takes the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('tells flat, linear and quadratic growth apart', () => {
    const sizes = [10, 40, 160];
    const exponentOf = (cost: (size: number) => number): number =>
      growthExponent(sizes, sizes.map(cost));
    expect(exponentOf(() => 7)).toBeCloseTo(0);
    expect(exponentOf((size) => 3 * size)).toBeCloseTo(1);
    expect(exponentOf((size) => 0.1 * size ** 2)).toBeCloseTo(2);
  });
});
