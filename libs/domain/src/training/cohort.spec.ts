import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../shared/calendar-date.js';
import {
  checkCohortPlan,
  COHORT_STATES,
  editionToPin,
  enrolmentRefusal,
  moveCohort,
  nextCohortStates,
} from './cohort.js';
import type { CohortFacts, CohortState, PinnableEdition } from './cohort.js';

const opensOn = calendarDate('2026-06-01');
const closesOn = calendarDate('2026-06-05');

describe('the plan of a cohort', () => {
  it('may be of one day', () => {
    expect(checkCohortPlan({ opensOn, closesOn: opensOn, capacity: 1 })).toEqual([]);
  });

  it.each([
    [{ closesOn: calendarDate('2026-05-31') }, 'closesOn', 'before-opening'],
    [{ closesOn: calendarDate('2028-06-02') }, 'closesOn', 'too-long'],
    [{ capacity: 0 }, 'capacity', 'out-of-bounds'],
    [{ capacity: 1001 }, 'capacity', 'out-of-bounds'],
    [{ capacity: 2.5 }, 'capacity', 'out-of-bounds'],
  ])('%j is wrong in %s: %s', (change, field, code) => {
    const problems = checkCohortPlan({ opensOn, closesOn, capacity: 50, ...change });
    expect(problems).toMatchObject([{ field, code }]);
  });
});

describe('the edition that a cohort is pinned to', () => {
  const edition = (
    id: string,
    [major, minor]: [number, number],
    from: string,
    to: string | null,
  ): PinnableEdition => ({
    id,
    major,
    minor,
    force: { from: calendarDate(from), to: to === null ? null : calendarDate(to) },
  });
  const editions = [
    edition('2.0', [2, 0], '2026-01-01', null),
    edition('1.0', [1, 0], '2024-03-01', '2026-01-01'),
    edition('1.1', [1, 1], '2024-09-01', '2026-01-01'),
  ];
  it.each([
    ['2024-02-29', undefined],
    ['2024-03-01', '1.0'],
    ['2024-09-01', '1.1'],
    ['2025-12-31', '1.1'],
    ['2026-01-01', '2.0'],
  ])('opening on %s is %s', (date, id) => {
    expect(editionToPin(editions, calendarDate(date))?.id).toBe(id);
    expect(editionToPin([...editions].reverse(), calendarDate(date))?.id).toBe(id);
  });

  it('is the higher number where two came into force on one day', () => {
    const same = [
      edition('3.1', [3, 1], '2026-01-01', null),
      edition('3.0', [3, 0], '2026-01-01', null),
    ];
    expect(editionToPin(same, opensOn)?.id).toBe('3.1');
  });

  it('stays the same whatever is issued later (scenario 10.6.6)', () => {
    const later = edition('9.0', [9, 0], '2026-06-02', null);
    expect(editionToPin([...editions, later], opensOn)?.id).toBe('2.0');
    expect(editionToPin([...editions, later], calendarDate('2026-06-02'))?.id).toBe('9.0');
  });
});

describe('the states of a cohort', () => {
  const facts = (state: CohortState, change: Partial<CohortFacts> = {}): CohortFacts => ({
    state,
    opensOn,
    closesOn,
    enrolled: 20,
    unsettled: 0,
    awardSigned: true,
    ...change,
  });
  const allowed = new Set([
    'planned running',
    'planned cancelled',
    'running study_ended',
    'running cancelled',
    'study_ended running',
    'study_ended results_closed',
    'results_closed certified',
    'results_closed archived',
    'certified archived',
  ]);
  const pairs = COHORT_STATES.flatMap((from) => COHORT_STATES.map((to) => [from, to] as const));
  it.each(pairs)('%s to %s', (from, to) => {
    expect(moveCohort(facts(from), to, closesOn)).toEqual(
      allowed.has(`${from} ${to}`)
        ? { ok: true, value: to }
        : { ok: false, error: { code: 'wrong-state', from, to } },
    );
  });

  it.each([
    ['planned', 'running', { enrolled: 0 }, '2026-06-01', { code: 'nobody-enrolled' }],
    ['planned', 'running', {}, '2026-05-31', { code: 'not-yet', on: opensOn }],
    ['running', 'study_ended', {}, '2026-06-04', { code: 'not-yet', on: closesOn }],
    [
      'study_ended',
      'results_closed',
      { unsettled: 2 },
      '2026-06-09',
      { code: 'unsettled', count: 2 },
    ],
    [
      'results_closed',
      'certified',
      { awardSigned: false },
      '2026-06-09',
      { code: 'award-missing' },
    ],
  ] as const)('%s to %s with %j on %s is refused', (from, to, change, today, error) => {
    expect(moveCohort(facts(from, change), to, calendarDate(today))).toEqual({ ok: false, error });
  });

  it('name what is possible today', () => {
    expect(nextCohortStates(facts('planned', { enrolled: 0 }), closesOn)).toEqual(['cancelled']);
    expect(nextCohortStates(facts('archived'), closesOn)).toEqual([]);
  });
});

describe('enrolling', () => {
  it('stops at the capacity and never goes over it', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (capacity, enrolled, more) => {
        const refusal = enrolmentRefusal({ state: 'running', capacity, enrolled }, more);
        if (more > 0) expect(refusal === null).toBe(enrolled + more <= capacity);
      }),
    );
    expect(enrolmentRefusal({ state: 'planned', capacity: 50, enrolled: 48 }, 3)).toEqual({
      code: 'full',
      capacity: 50,
      free: 2,
    });
  });

  it.each(['study_ended', 'results_closed', 'certified', 'archived', 'cancelled'] as const)(
    'is over when the cohort is %s',
    (state) => {
      expect(enrolmentRefusal({ state, capacity: 50, enrolled: 0 }, 1)).toEqual({
        code: 'wrong-state',
        state,
      });
    },
  );
});
