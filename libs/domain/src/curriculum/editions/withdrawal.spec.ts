import { describe, expect, it } from '@jest/globals';

import { calendarDate } from '../../shared/calendar-date.js';
import { withdrawnRanges, type DatedEdition } from './edition-dates.js';
import { planIssue } from './issue-plan.js';
import {
  decidingWithdrawal,
  editionForOpening,
  fallbackChoices,
  type EditionWithdrawal,
} from './withdrawal.js';

const day = calendarDate;

const edition = (id: string, from: string, to: string | null): DatedEdition => {
  const range = { from: day(from), to: to === null ? null : day(to) };
  const [major = 0, minor = 0] = id.split('.').map(Number);
  const applies = { from: range.from, to: null };
  return { id, major, minor, force: range, applies, withdrawnOn: null };
};

const first = edition('1.0', '2025-01-01', '2026-01-01');
const second = edition('2.0', '2026-01-01', null);

const withdrawn = (one: DatedEdition, on: string): DatedEdition => ({
  ...one,
  ...withdrawnRanges(one, day(on)),
  withdrawnOn: day(on),
});

const withdrawal = (
  editionId: string,
  on: string,
  other: Partial<EditionWithdrawal> = {},
): EditionWithdrawal => ({ editionId, on: day(on), governed: true, fallbackId: null, ...other });

describe('hard case 34: the only edition in force is withdrawn', () => {
  const editions = [first, withdrawn(second, '2026-06-01')];

  it('opens no cohort from that day when none was named', () => {
    const acts = [withdrawal('2.0', '2026-06-01')];
    expect(editionForOpening(editions, acts, day('2026-05-31'))?.id).toBe('2.0');
    expect(editionForOpening(editions, acts, day('2026-06-01'))).toBeNull();
    expect(decidingWithdrawal(acts, day('2026-06-01'))?.editionId).toBe('2.0');
    expect(decidingWithdrawal(acts, day('2026-05-31'))).toBeNull();
  });

  it('opens on the named edition, until the next is in force', () => {
    const acts = [withdrawal('2.0', '2026-06-01', { fallbackId: '1.0' })];
    const third = edition('3.0', '2026-09-01', null);
    const all = [...editions, third];
    expect(editionForOpening(all, acts, day('2026-05-31'))?.id).toBe('2.0');
    expect(editionForOpening(all, acts, day('2026-06-01'))?.id).toBe('1.0');
    expect(editionForOpening(all, acts, day('2026-08-31'))?.id).toBe('1.0');
    expect(editionForOpening(all, acts, day('2026-09-01'))?.id).toBe('3.0');
  });

  it('opens no cohort on a named edition that was withdrawn in its turn', () => {
    const both = [withdrawn(first, '2026-07-01'), withdrawn(second, '2026-06-01')];
    const acts = [
      withdrawal('2.0', '2026-06-01', { fallbackId: '1.0' }),
      withdrawal('1.0', '2026-07-01'),
    ];
    expect(editionForOpening(both, acts, day('2026-06-30'))?.id).toBe('1.0');
    expect(editionForOpening(both, acts, day('2026-07-01'))).toBeNull();
  });

  it('is not decided by the withdrawal of an edition that governed nobody', () => {
    const older = withdrawn(edition('0.1', '2024-01-01', '2025-01-01'), '2026-06-10');
    const acts = [
      withdrawal('2.0', '2026-06-01', { fallbackId: '1.0' }),
      withdrawal('0.1', '2026-06-10', { governed: false }),
    ];
    expect(editionForOpening([...editions, older], acts, day('2026-06-20'))?.id).toBe('1.0');
  });
});

describe('what may take the place of an edition', () => {
  const choices = (editions: readonly DatedEdition[], editionId: string, on: string) =>
    fallbackChoices(editions, [], { editionId, on: day(on) })?.map(({ id }) => id) ?? null;

  it('is any edition that has been in force and is not withdrawn', () => {
    expect(choices([first, second], '2.0', '2026-06-01')).toEqual(['1.0']);
    expect(choices([withdrawn(first, '2026-02-01'), second], '2.0', '2026-06-01')).toEqual([]);
  });

  it('is none where opening cohorts would not have taken the edition', () => {
    expect(choices([first, second], '1.0', '2026-06-01')).toBeNull();
    expect(choices([first, second], '9.9', '2026-06-01')).toBeNull();
  });

  it('is the edition before, when a scheduled one is withdrawn before its day', () => {
    expect(choices([first, second], '2.0', '2025-11-01')).toEqual(['1.0']);
    const acts = [withdrawal('2.0', '2025-11-01', { fallbackId: '1.0' })];
    const all = [first, { ...second, withdrawnOn: day('2025-11-01') }];
    for (const on of ['2025-10-31', '2025-12-31', '2026-01-01', '2027-01-01']) {
      expect(editionForOpening(all, acts, day(on))?.id).toBe('1.0');
    }
  });
});

it('an edition issued before an announced withdrawal takes over on its own day', () => {
  const leaving = withdrawn(second, '2026-06-01');
  const plan = planIssue([first, leaving], {
    major: 3,
    minor: 0,
    kind: 'amendment',
    effectiveFrom: day('2026-05-01'),
  });
  expect(plan).toMatchObject({
    ok: true,
    value: { closings: [{ editionId: '2.0', range: 'force', to: '2026-05-01' }] },
  });
});
