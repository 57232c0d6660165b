import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../../shared/calendar-date.js';
import {
  isLegalBasis,
  LEGAL_EFFECTS,
  legalStateOn,
  type LegalChange,
  type LegalForce,
} from './legal-document.js';
import { refuseLegalChange, type LegalArrow, type NewLegalChange } from './legal-changes.js';

const base = calendarDate('2025-01-01');
const anyDay = fc.integer({ min: 0, max: 20 }).map((n) => addDays(base, n));
const everyDay = Array.from({ length: 30 }, (_, n) => addDays(base, n - 5));
const anyChange: fc.Arbitrary<LegalChange> = fc.record({
  byId: fc.constantFrom('b', 'c', 'd'),
  effect: fc.constantFrom(...LEGAL_EFFECTS),
  from: anyDay,
});
const anyForce: fc.Arbitrary<LegalForce> = fc.record({
  inForceFrom: fc.option(anyDay),
  inForceTo: fc.option(anyDay),
  changes: fc.array(anyChange, { maxLength: 4 }),
});
const law = (force: Partial<LegalForce> = {}): LegalForce => ({
  inForceFrom: calendarDate('2016-01-01'),
  inForceTo: null,
  changes: [],
  ...force,
});
const on = (force: LegalForce, day: string) => legalStateOn(force, calendarDate(day));
const change = (effect: LegalChange['effect'], from: string, byId = 'new'): LegalChange => ({
  byId,
  effect,
  from: calendarDate(from),
});

describe('the state of a legal document on a day', () => {
  it('begins with its first day and ends before the first day of what replaces it', () => {
    const force = law({ changes: [change('replaces', '2025-03-01')] });
    expect(on(force, '2015-12-31')).toEqual({ state: 'not-yet', from: '2016-01-01' });
    expect(on(force, '2016-01-01')).toMatchObject({
      state: 'in-force',
      endsOn: '2025-03-01',
      endedBy: 'new',
    });
    expect(on(force, '2025-02-28').state).toBe('in-force');
    expect(on(force, '2025-03-01')).toEqual({ state: 'replaced', since: '2025-03-01', by: 'new' });
  });

  it('is partly replaced from the day on which a part is, and only changed by an amendment', () => {
    const changes = [change('replaces-part', '2020-01-01'), change('amends', '2018-01-01', 'old')];
    expect(on(law({ changes }), '2019-12-31')).toMatchObject({
      state: 'in-force',
      changedBy: ['old'],
    });
    expect(on(law({ changes }), '2020-01-01')).toMatchObject({
      state: 'partly-replaced',
      changedBy: ['old', 'new'],
    });
  });

  it('expires by itself where its own end comes first', () => {
    const force = law({
      inForceTo: calendarDate('2024-01-01'),
      changes: [change('replaces', '2025-03-01')],
    });
    expect(on(force, '2024-01-01')).toEqual({ state: 'expired', since: '2024-01-01' });
  });

  it('is not guessed where the first day is not recorded', () => {
    expect(on(law({ inForceFrom: null }), '2026-01-01')).toEqual({ state: 'unknown' });
    const gone = law({ inForceFrom: null, inForceTo: calendarDate('2020-01-01') });
    expect(on(gone, '2026-01-01').state).toBe('expired');
  });

  it('only ever goes forward, and what has ended stays ended for the same reason', () => {
    const order = ['unknown', 'not-yet', 'in-force', 'partly-replaced', 'replaced', 'expired'];
    fc.assert(
      fc.property(anyForce, (force) => {
        const states = everyDay.map((day) => legalStateOn(force, day));
        const ranks = states.map(({ state }) => Math.min(order.indexOf(state), 4));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        const ends = states.filter(({ state }) => state === 'replaced' || state === 'expired');
        expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is a basis exactly between its first day and its end', () => {
    fc.assert(
      fc.property(anyForce, (force) => {
        const ends = [
          ...(force.inForceTo === null ? [] : [force.inForceTo]),
          ...force.changes.filter(({ effect }) => effect === 'replaces').map(({ from }) => from),
        ];
        const holds = (day: CalendarDate) =>
          (force.inForceFrom === null || force.inForceFrom <= day) &&
          ends.every((end) => day < end);
        for (const day of everyDay) expect(isLegalBasis(legalStateOn(force, day))).toBe(holds(day));
      }),
    );
  });
});

describe('a change that is recorded', () => {
  const day = calendarDate('2025-07-01');
  const asked = (change: Partial<NewLegalChange>, arrows: readonly LegalArrow[] = [], of = law()) =>
    refuseLegalChange(
      { byId: 'b', ofId: 'a', effect: 'replaces', from: day, ...change },
      { arrows, of, by: { inForceFrom: day, inForceTo: null } },
    );

  it('is refused with the field that says why', () => {
    expect(asked({})).toBeNull();
    expect(asked({ byId: 'a' })).toEqual({ field: 'byId', reason: 'itself' });
    const around = [
      { byId: 'a', ofId: 'c' },
      { byId: 'c', ofId: 'b' },
    ];
    expect(asked({}, around)).toEqual({ field: 'byId', reason: 'circle' });
    const replaced = law({ changes: [change('replaces', '2025-03-01')] });
    expect(asked({}, [], replaced)).toEqual({ field: 'effect', reason: 'replaced_already' });
    expect(asked({ effect: 'amends' }, [], replaced)).toBeNull();
    const early = { from: calendarDate('2025-06-30') };
    expect(asked(early)).toEqual({ field: 'from', reason: 'before_force' });
    const over = law({ inForceTo: calendarDate('2025-06-01') });
    expect(asked({}, [], over)).toEqual({ field: 'from', reason: 'after_end' });
  });

  it('never closes a circle, whatever is asked in whatever order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const arrow = fc.record({ byId: fc.constantFrom(...ids), ofId: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(arrow, { maxLength: 30 }), (wanted) => {
        const arrows: LegalArrow[] = [];
        for (const { byId, ofId } of wanted) {
          if (asked({ byId, ofId, effect: 'amends' }, arrows) === null) arrows.push({ byId, ofId });
        }
        const left = ids.reduce<readonly LegalArrow[]>(
          (some) => some.filter(({ byId }) => some.some(({ ofId }) => ofId === byId)),
          arrows,
        );
        expect(left).toEqual([]);
      }),
    );
  });
});
