import { describe, expect, it } from '@jest/globals';
import type { CouncilDuty } from '@cam-nang/domain';
import { emptySeat, judgeConvening, type Seat } from './convene-model.js';

const rules = {
  id: 'r',
  title: 'Quy định',
  basis: '',
  parameters: {
    leastMembers: 5,
    mostMembers: 7,
    teachers: { of: 1, in: 3 },
    leastUserRepresentatives: 1,
    leastYearsOfExperience: 5,
    quorum: { of: 2, in: 3 },
    majority: { of: 2, in: 3 },
    daysAhead: 3,
  },
};

const candidate = { accountId: 'a', name: 'An', organisation: 'Sở Nội vụ', recused: false };
const seat = (duty: CouncilDuty, other: Partial<Seat> = {}): Seat => ({
  ...emptySeat(candidate),
  duty,
  ...other,
});
const seats = {
  a: seat('chair'),
  b: seat('secretary'),
  c: seat('reviewer', { isTeacher: true }),
  d: seat('reviewer', { isTeacher: true }),
  e: seat('member', { representsUsers: true, years: '12' }),
  f: emptySeat(candidate),
};
const typed = { decisionNo: '171/QĐ-SNV', decisionDate: '19/06/2026', papersSentOn: '22/06/2026' };

describe('the form of a new council', () => {
  it('is ready when days, number and composition hold; who has no duty does not sit', () => {
    const { body, errors, faults } = judgeConvening({ ...typed, seats }, rules);
    expect({ errors, faults }).toEqual({ errors: {}, faults: [] });
    expect(body).toMatchObject({ decisionDate: '2026-06-19', papersSentOn: '2026-06-22' });
    expect(body?.members).toHaveLength(5);
    expect(body?.members[4]).toMatchObject({ accountId: 'e', yearsOfExperience: 12 });
  });

  it('names what is missing of the decision', () => {
    const state = judgeConvening(
      { ...typed, decisionNo: ' ', papersSentOn: '31/02/2026', seats },
      rules,
    );
    expect(state.errors).toEqual({ decisionNo: 'needed', papersSentOn: 'dateWrong' });
    expect(state.body).toBeUndefined();
  });

  it('says what the rules find at fault', () => {
    const state = judgeConvening({ ...typed, seats: { ...seats, b: seat('chair') } }, rules);
    expect(state.faults.map((fault) => fault.code)).toEqual(['one_chair', 'one_secretary']);
    expect(state.body).toBeUndefined();
  });
});
