import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, calendarDate, type CalendarDate } from '../../shared/calendar-date.js';
import { isEmptyRange, rangesOverlap } from '../../shared/date-range.js';
import { DomainError } from '../../shared/domain-error.js';
import {
  editionInForce,
  editionState,
  editionThatApplies,
  withdrawnRanges,
  type DatedEdition,
} from './edition-dates.js';
import {
  compareEditionNumbers,
  editionLabel,
  nextEditionNumber,
  type EditionKind,
} from './edition-number.js';
import { planIssue, withClosings } from './issue-plan.js';

const day = (text: string): CalendarDate => calendarDate(text);

function issued(
  editions: readonly DatedEdition[],
  kind: EditionKind,
  effectiveFrom: CalendarDate,
  major: number | null = null,
): readonly DatedEdition[] {
  const number = nextEditionNumber(editions, kind, major);
  const plan = planIssue(editions, { ...number, kind, effectiveFrom });
  if (!plan.ok) throw new DomainError(plan.error.code, plan.error.details);
  const { force, applies, closings } = plan.value;
  const next = { ...number, id: editionLabel(number), force, applies, withdrawnOn: null };
  return [...withClosings(editions, closings), next];
}

/** The sample course: 1.0, erratum 1.1, amendment 2.0. */
const v1 = issued([], 'first', day('2024-03-01'));
const v11 = issued(v1, 'erratum', day('2024-09-01'), 1);
const sample = issued(v11, 'amendment', day('2026-01-01'));

const states = (editions: readonly DatedEdition[], on: CalendarDate) =>
  editions.map((edition) => `${edition.id} ${editionState(edition, on)}`);

describe('numbers of editions', () => {
  it('go up by major for amendments and by minor for errata, and are never used twice', () => {
    expect(nextEditionNumber([], 'first')).toEqual({ major: 1, minor: 0 });
    const all = [
      { major: 1, minor: 0 },
      { major: 2, minor: 0 },
      { major: 1, minor: 2 },
    ];
    expect(nextEditionNumber(all, 'amendment')).toEqual({ major: 3, minor: 0 });
    expect(nextEditionNumber(all, 'erratum', 1)).toEqual({ major: 1, minor: 3 });
    expect(nextEditionNumber(all, 'erratum', 2)).toEqual({ major: 2, minor: 1 });
    expect(() => nextEditionNumber(all, 'erratum', 4)).toThrow(DomainError);
    expect([...all].sort(compareEditionNumbers).map(editionLabel)).toEqual(['1.0', '1.2', '2.0']);
  });
});

describe('the state of an edition', () => {
  it('follows from the dates alone', () => {
    expect(states(sample, day('2024-02-29'))).toEqual([
      '1.0 scheduled',
      '1.1 scheduled',
      '2.0 scheduled',
    ]);
    expect(states(sample, day('2024-03-01'))).toEqual([
      '1.0 in_force',
      '1.1 scheduled',
      '2.0 scheduled',
    ]);
    expect(states(sample, day('2024-08-31'))).toEqual([
      '1.0 in_force',
      '1.1 scheduled',
      '2.0 scheduled',
    ]);
    expect(states(sample, day('2024-09-01'))).toEqual([
      '1.0 superseded',
      '1.1 in_force',
      '2.0 scheduled',
    ]);
    expect(states(sample, day('2025-12-31'))).toEqual([
      '1.0 superseded',
      '1.1 in_force',
      '2.0 scheduled',
    ]);
    expect(states(sample, day('2026-01-01'))).toEqual([
      '1.0 superseded',
      '1.1 superseded',
      '2.0 in_force',
    ]);
  });

  it('lets running cohorts stay on their major and opening ones take the new', () => {
    expect(editionInForce(sample, day('2026-06-01'))?.id).toBe('2.0');
    expect(editionThatApplies(sample, 1, day('2026-06-01'))?.id).toBe('1.1');
    expect(editionThatApplies(sample, 1, day('2024-05-01'))?.id).toBe('1.0');
    expect(editionThatApplies(sample, 2, day('2025-06-01'))).toBeNull();
    expect(editionInForce(sample, day('2024-01-01'))).toBeNull();
  });

  it('is withdrawn from the day of the withdrawal on, and then nothing is in force', () => {
    const [first] = v1;
    if (!first) throw new Error('no edition');
    const on = day('2024-05-01');
    const gone = { ...first, ...withdrawnRanges(first, on), withdrawnOn: on };
    expect(editionState(gone, day('2024-04-30'))).toBe('in_force');
    expect(editionState(gone, on)).toBe('withdrawn');
    expect(editionInForce([gone], on)).toBeNull();
    expect(editionThatApplies([gone], 1, on)).toBeNull();
    expect(editionThatApplies([gone], 1, day('2024-04-30'))).toBe(gone);
  });
});

describe('issuing', () => {
  it('an erratum to an older major reaches its cohorts and opens it for nobody', () => {
    const all = issued(sample, 'erratum', day('2026-03-01'), 1);
    expect(all.at(-1)).toMatchObject({ id: '1.2', force: null });
    expect(editionInForce(all, day('2026-03-01'))?.id).toBe('2.0');
    expect(editionThatApplies(all, 1, day('2026-02-28'))?.id).toBe('1.1');
    expect(editionThatApplies(all, 1, day('2026-03-01'))?.id).toBe('1.2');
    expect(all.map((edition) => editionState(edition, day('2026-03-01')))).toEqual([
      'superseded',
      'superseded',
      'in_force',
      'superseded',
    ]);
  });

  it('an erratum before a scheduled amendment is in force until that', () => {
    const all = issued(sample, 'erratum', day('2025-11-01'), 1);
    expect(editionInForce(all, day('2025-12-31'))?.id).toBe('1.2');
    expect(editionInForce(all, day('2026-01-01'))?.id).toBe('2.0');
  });

  it.each<[string, EditionKind, number, string, string]>([
    [
      'an amendment before one that is scheduled',
      'amendment',
      3,
      '2025-06-01',
      'edition.dates_overlap',
    ],
    ['an amendment on the same day', 'amendment', 3, '2026-01-01', 'edition.dates_overlap'],
    ['an erratum before what it corrects', 'erratum', 2, '2025-12-01', 'edition.dates_overlap'],
    [
      'an erratum on the day of what it corrects',
      'erratum',
      1,
      '2024-09-01',
      'edition.dates_overlap',
    ],
    ['an erratum to nothing', 'erratum', 9, '2026-05-01', 'edition.wrong_state'],
  ])('refuses %s', (_name, kind, major, date, code) => {
    const plan = planIssue(sample, { major, minor: 0, kind, effectiveFrom: day(date) });
    expect(plan.ok ? null : plan.error.code).toBe(code);
  });

  const step = fc.record({
    kind: fc.constantFrom<EditionKind>('amendment', 'erratum', 'erratum'),
    major: fc.integer({ min: 1, max: 3 }),
    at: fc.integer({ min: 0, max: 60 }),
  });
  const start = day('2026-01-01');

  it('never leaves two editions in force or applying at once, nor changes what was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let all = issued([], 'first', start);
        for (const { kind, major, at } of steps) {
          const date = addDays(start, at);
          const exists = all.some((edition) => edition.major === major);
          if (kind === 'erratum' && !exists) continue;
          const number = nextEditionNumber(all, kind, major);
          if (!planIssue(all, { ...number, kind, effectiveFrom: date }).ok) continue;
          const before = all;
          all = issued(all, kind, date, major);
          for (let n = -1; n < at; n++) {
            const earlier = addDays(start, n);
            expect(editionInForce(all, earlier)?.id).toBe(editionInForce(before, earlier)?.id);
          }
          if (kind === 'amendment') expect(editionInForce(all, date)).toBe(all.at(-1));
        }
        expectNoOverlap(all);
      }),
    );
  });
});

function expectNoOverlap(all: readonly DatedEdition[]): void {
  all.forEach((a, index) => {
    expect(isEmptyRange(a.applies) || (a.force !== null && isEmptyRange(a.force))).toBe(false);
    for (const b of all.slice(index + 1)) {
      expect(a.force !== null && b.force !== null && rangesOverlap(a.force, b.force)).toBe(false);
      expect(a.major === b.major && rangesOverlap(a.applies, b.applies)).toBe(false);
    }
  });
}
