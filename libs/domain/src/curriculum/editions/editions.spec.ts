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

  describe('an erratum to a major whose latest erratum was withdrawn', () => {
    const from = (text: string, all: readonly DatedEdition[]) =>
      issued(all, 'erratum', day(text), 1);
    const held = (all: readonly DatedEdition[], ...days: readonly string[]) =>
      days.map((on) => [
        editionInForce(all, day(on))?.id ?? null,
        editionThatApplies(all, 1, day(on))?.id ?? null,
      ]);

    it('corrects what stands, under the next number, and is in force where nothing else is', () => {
      const all = from('2025-04-01', withdrawn(v11, '1.1', day('2025-03-01')));
      expect(all.map(({ id }) => id)).toEqual(['1.0', '1.1', '1.2']);
      expect(held(all, '2025-02-28', '2025-03-01', '2025-04-01')).toEqual([
        ['1.1', '1.1'],
        [null, '1.0'],
        ['1.2', '1.2'],
      ]);
    });

    it('is in force no longer than what was withdrawn would have been', () => {
      const all = from('2025-04-01', withdrawn(sample, '1.1', day('2025-03-01')));
      expect(held(all, '2025-12-31', '2026-01-01')).toEqual([
        ['1.2', '1.2'],
        ['2.0', '1.2'],
      ]);
    });

    it('takes over on its own day from one whose withdrawal is still to come', () => {
      const all = from('2025-02-01', withdrawn(v11, '1.1', day('2025-03-01')));
      expect(held(all, '2025-01-31', '2025-02-01', '2025-03-01')).toEqual([
        ['1.1', '1.1'],
        ['1.2', '1.2'],
        ['1.2', '1.2'],
      ]);
    });

    it('goes on past the day of one withdrawn before it began', () => {
      const never = withdrawn(v11, '1.1', day('2024-06-01'));
      expect(held(from('2024-07-01', never), '2024-06-30', '2024-07-01', '2024-09-01')).toEqual([
        ['1.0', '1.0'],
        ['1.2', '1.2'],
        ['1.2', '1.2'],
      ]);
      expect(held(from('2024-10-01', never), '2024-09-30', '2024-10-01')).toEqual([
        [null, '1.0'],
        ['1.2', '1.2'],
      ]);
    });

    it('does not put back in force a major that a withdrawn one had taken over from', () => {
      const all = from('2026-05-01', withdrawn(sample, '2.0', day('2026-03-01')));
      expect(all.at(-1)).toMatchObject({ id: '1.2', force: null });
      expect(held(all, '2026-05-01')).toEqual([[null, '1.2']]);
    });

    it('is in force where the amendment that had ended its major was withdrawn before its day', () => {
      const never = withdrawn(sample, '2.0', day('2025-11-01'));
      expect(held(never, '2025-12-31', '2026-01-01')).toEqual([
        ['1.1', '1.1'],
        [null, '1.1'],
      ]);
      expect(held(from('2025-12-01', never), '2025-11-30', '2025-12-01', '2026-01-01')).toEqual([
        ['1.1', '1.1'],
        ['1.2', '1.2'],
        ['1.2', '1.2'],
      ]);
      expect(held(from('2026-05-01', never), '2026-04-30', '2026-05-01')).toEqual([
        [null, '1.1'],
        ['1.2', '1.2'],
      ]);
    });

    it('is refused before the end of what held, and where nothing of the major stands', () => {
      const code = (all: readonly DatedEdition[], text: string) => {
        const number = nextEditionNumber(all, 'erratum', 1);
        const plan = planIssue(all, { ...number, kind: 'erratum', effectiveFrom: day(text) });
        return plan.ok ? null : plan.error.code;
      };
      const gone = withdrawn(v11, '1.1', day('2025-03-01'));
      expect(code(gone, '2024-09-01')).toBe('edition.dates_overlap');
      expect(code(gone, '2024-09-02')).toBeNull();
      const none = withdrawn(gone, '1.0', day('2025-03-01'));
      expect(code(none, '2025-04-01')).toBe('edition.wrong_state');
    });
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
    kind: fc.constantFrom<EditionKind | 'withdrawal'>('amendment', 'erratum', 'withdrawal'),
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
          all =
            kind === 'withdrawal'
              ? withdrawn(all, latestId(all, major), date)
              : tried(all, { kind, major, date });
        }
        expectNoOverlap(all);
      }),
      { numRuns: 400 },
    );
  });
});

/** Issues an edition where the rules let it through, and holds what it did against what was. */
function tried(
  before: readonly DatedEdition[],
  { kind, major, date }: { kind: EditionKind; major: number; date: CalendarDate },
): readonly DatedEdition[] {
  if (kind === 'erratum' && latestId(before, major) === undefined) return before;
  const number = nextEditionNumber(before, kind, major);
  if (!planIssue(before, { ...number, kind, effectiveFrom: date }).ok) return before;
  const all = issued(before, kind, date, major);
  for (let earlier = day('2025-12-31'); earlier < date; earlier = addDays(earlier, 1)) {
    expect(idsOn(all, major, earlier)).toEqual(idsOn(before, major, earlier));
  }
  expect(editionThatApplies(all, number.major, date)).toBe(all.at(-1));
  expect(before.map(({ id }) => id)).not.toContain(editionLabel(number));
  if (kind === 'amendment') expect(editionInForce(all, date)).toBe(all.at(-1));
  else expect(editionInForce(all, date) === all.at(-1)).toBe(lastInForce(before, date) === major);
  return all;
}

/** The major that was in force on a day, or last before it. */
function lastInForce(all: readonly DatedEdition[], on: CalendarDate): number | null {
  for (let earlier = on; earlier >= day('2025-12-31'); earlier = addDays(earlier, -1)) {
    const inForce = editionInForce(all, earlier);
    if (inForce !== null) return inForce.major;
  }
  return null;
}

/** What is in force on a day, and what applies to a major. */
function idsOn(all: readonly DatedEdition[], major: number, on: CalendarDate) {
  return [editionInForce(all, on)?.id, editionThatApplies(all, major, on)?.id];
}

function latestId(all: readonly DatedEdition[], major: number): string | undefined {
  return all.filter((edition) => edition.major === major).at(-1)?.id;
}

function withdrawn(
  all: readonly DatedEdition[],
  id: string | undefined,
  on: CalendarDate,
): readonly DatedEdition[] {
  return all.map((edition) => {
    if (edition.id !== id || edition.withdrawnOn !== null) return edition;
    const begun = edition.applies.from < on;
    return { ...edition, ...(begun ? withdrawnRanges(edition, on) : {}), withdrawnOn: on };
  });
}

/** As the database has it: what was withdrawn before its day never held a day. */
function expectNoOverlap(editions: readonly DatedEdition[]): void {
  const all = editions.filter(
    ({ applies, withdrawnOn }) => withdrawnOn === null || applies.from < withdrawnOn,
  );
  all.forEach((a, index) => {
    expect(isEmptyRange(a.applies) || (a.force !== null && isEmptyRange(a.force))).toBe(false);
    for (const b of all.slice(index + 1)) {
      expect(a.force !== null && b.force !== null && rangesOverlap(a.force, b.force)).toBe(false);
      expect(a.major === b.major && rangesOverlap(a.applies, b.applies)).toBe(false);
    }
  });
}
