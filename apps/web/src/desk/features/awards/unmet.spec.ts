import { describe, expect, it } from '@jest/globals';
import type { AwardPerson, Unmet } from './award-types.js';
import { isWaiting, leastOf } from './unmet.js';

const basis = {
  strength: 'house',
  document: 'Quy chế lớp',
  article: 'khoản 3',
  text: { vi: '', en: '' },
} as const;

function unmet(change: Pick<Unmet, 'code' | 'actual' | 'required'>): Unmet {
  return {
    ...change,
    ...{ nodeId: null, nodeTitle: null, nodeTitleEn: null, met: false, ruleItem: '1', basis },
  };
}

const confirmed = unmet({
  code: 'data-confirmed',
  actual: { kind: 'flag', value: false },
  required: { kind: 'flag', value: true },
});

function test(mark: number | null): Unmet {
  return unmet({
    code: 'quiz-passed',
    actual: { kind: 'mark', mark, scale: 1000 },
    required: { kind: 'least-mark', mark: 500, scale: 1000 },
  });
}

function person(...conditions: readonly Unmet[]): AwardPerson {
  return {
    ...{ enrolmentId: '1', position: null, fullName: 'Sùng Y Mỷ', birthDate: null },
    ...{ unitName: 'Xã Pà Cò', eligible: false, mark: null, grade: null, unmet: [...conditions] },
  };
}

describe('what a person lacks', () => {
  it('asks for whole periods, rounded up', () => {
    expect([leastOf(40, 8_000), leastOf(41, 8_000), leastOf(40, 10_000)]).toEqual([32, 33, 40]);
  });

  it('waits for an act or a mark to come, and is short once a mark is too low', () => {
    expect(isWaiting(person(confirmed, test(null)))).toBe(true);
    expect(isWaiting(person(confirmed, test(450)))).toBe(false);
  });
});
