import { describe, expect, it } from '@jest/globals';
import { modulePeriods } from './module-periods.js';
import type { PlanModule } from './study-plan.js';

const module = { hours: { theory: 2, discussion: 1, practice: 3 } } as PlanModule;

describe('periods of a module', () => {
  it('count in the share of its lessons done, whole periods only', () => {
    const periods = (done: number, total: number) =>
      modulePeriods(module, { done, begun: 0, total });
    expect(periods(0, 4)).toEqual({ done: 0, started: 0, total: 6 });
    expect(periods(1, 4)).toEqual({ done: 1, started: 1, total: 6 });
    expect(periods(2, 4)).toEqual({ done: 3, started: 0, total: 6 });
    expect(periods(4, 4)).toEqual({ done: 6, started: 0, total: 6 });
  });

  it('show a period as begun while a lesson is', () => {
    expect(modulePeriods(module, { done: 0, begun: 1, total: 4 }).started).toBe(1);
  });

  it('count nothing where there is nothing to study', () => {
    expect(modulePeriods(module, { done: 0, begun: 0, total: 0 })).toMatchObject({ done: 0 });
  });
});
