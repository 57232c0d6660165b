import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitFullName } from '../organisation/names.js';
import { awardListHash, compareAwards, computeAward } from './award-list.js';
import type { AwardCandidate } from './award-list.js';
import type { Evaluation } from './eligibility.js';

const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());
const collator = new Intl.Collator('vi');

interface Printed {
  readonly holderName: string;
}

function candidate(
  enrolmentId: string,
  fullName: string,
  evaluation: Partial<Evaluation> = {},
): AwardCandidate<Printed> {
  const name = splitFullName(fullName);
  if (name === null) throw new Error('a test name is empty');
  return {
    enrolmentId,
    name: { ...name, birthDate: '1998-01-01' },
    printed: { holderName: fullName },
    evaluation: {
      ruleSetId: 'r1',
      eligible: true,
      conditions: [],
      mark: 780,
      grade: { code: 'good', from: 700, label: { vi: 'Khá', en: 'Good' } },
      ...evaluation,
    },
  };
}

const people = [
  candidate('e1', 'Đinh Công Sơn'),
  candidate('e2', 'Bùi Văn Đức'),
  candidate('e3', 'Bùi Văn Dũng', { eligible: false, grade: null }),
  candidate('e4', 'Nguyễn Thị Ánh'),
  candidate('e5', 'Bùi Văn Đức'),
];
const anyPeople = fc
  .uniqueArray(fc.constantFrom(...people), { selector: (person) => person.enrolmentId })
  .chain((list) =>
    fc.tuple(
      ...list.map((person) =>
        fc.tuple(fc.boolean(), fc.nat(1000)).map(([eligible, mark]) => ({
          ...person,
          evaluation: { ...person.evaluation, eligible, mark },
        })),
      ),
    ),
  );

describe('the list of an award', () => {
  it('is in Vietnamese name order, equal people by enrolment, with positions from 1', () => {
    const award = computeAward(people, collator, sha256);
    expect(award.eligible.map((line) => [line.position, line.enrolmentId])).toEqual([
      [1, 'e4'],
      [2, 'e2'],
      [3, 'e5'],
      [4, 'e1'],
    ]);
    expect(award.notEligible.map((line) => line.enrolmentId)).toEqual(['e3']);
    expect(award.listHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order of the candidates, and loses nobody', () => {
    const mixed = anyPeople.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(mixed, ([list, shuffled]) => {
        const award = computeAward(list, collator, sha256);
        expect(computeAward(shuffled, collator, sha256)).toEqual(award);
        expect(award.eligible.length + award.notEligible.length).toBe(list.length);
        expect(award.eligible.map((line) => line.position)).toEqual(
          award.eligible.map((_, index) => index + 1),
        );
      }),
    );
  });

  it('has a hash over what is signed and not over who is left out', () => {
    const before = computeAward(people, collator, sha256).listHash;
    const moved = people.map((person) =>
      person.enrolmentId === 'e3'
        ? candidate('e3', 'Bùi Văn Dũng', { eligible: false, mark: 1 })
        : person,
    );
    expect(computeAward(moved, collator, sha256).listHash).toBe(before);
    const touched = people.map((person) => ({ ...person, printed: { holderName: 'X' } }));
    expect(computeAward(touched, collator, sha256).listHash).not.toBe(before);
    expect(awardListHash([], sha256)).toBe(awardListHash([], sha256));
  });
});

describe('changes since the last computation', () => {
  const compute = (list: readonly AwardCandidate<Printed>[]) =>
    computeAward(list, collator, sha256).eligible;

  it('name who came in, who fell out and what is different', () => {
    const now = [
      candidate('e1', 'Đinh Công Sơn', { mark: 790 }),
      candidate('e2', 'Bùi Văn Đức', { eligible: false }),
      candidate('e3', 'Bùi Văn Dũng'),
      people[3] ?? candidate('e4', 'Nguyễn Thị Ánh'),
      { ...candidate('e5', 'Bùi Văn Đức'), printed: { holderName: 'Bùi Văn Đức (B)' } },
    ];
    const changes = compareAwards(compute(people), compute(now));
    expect(
      changes.map((change) => [
        change.kind,
        change.kind === 'out' ? change.before.enrolmentId : change.now.enrolmentId,
        change.kind === 'changed' ? change.what : [],
      ]),
    ).toEqual([
      ['in', 'e3', []],
      ['changed', 'e5', ['printed']],
      ['changed', 'e1', ['mark']],
      ['out', 'e2', []],
    ]);
  });

  it('are none exactly when the lists have the same hash', () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, (one, other) => {
        const [before, now] = [compute(one), compute(other)];
        const same = awardListHash(before, sha256) === awardListHash(now, sha256);
        expect(compareAwards(before, now).length === 0).toBe(same);
        expect(compareAwards(before, before)).toEqual([]);
      }),
    );
  });
});
