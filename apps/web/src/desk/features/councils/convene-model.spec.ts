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
  years: '9',
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

const today = '2026-06-26';

describe('the form of a new council', () => {
  it('is ready when days, number and composition hold; who has no duty does not sit', () => {
    const { body, errors, faults } = judgeConvening({ ...typed, seats }, rules, today);
    expect({ errors, faults }).toEqual({ errors: {}, faults: [] });
    expect(body).toMatchObject({ decisionDate: '2026-06-19', papersSentOn: '2026-06-22' });
    expect(body?.members).toHaveLength(5);
    expect(body?.members[4]).toMatchObject({ accountId: 'e', yearsOfExperience: 12 });
  });

  it('names what is missing of the decision', () => {
    const state = judgeConvening(
      { ...typed, decisionNo: ' ', papersSentOn: '31/02/2026', seats },
      rules,
      today,
    );
    expect(state.errors).toEqual({ decisionNo: 'needed', papersSentOn: 'dateWrong' });
    expect(state.body).toBeUndefined();
  });

  it('says what the rules find at fault', () => {
    const state = judgeConvening({ ...typed, seats: { ...seats, b: seat('chair') } }, rules, today);
    expect(state.faults.map((fault) => fault.code)).toEqual(['one_chair', 'one_secretary']);
    expect(state.body).toBeUndefined();
  });

  it('takes no day that has not come', () => {
    const days = { decisionDate: '27/06/2026', papersSentOn: '26/06/2026' };
    const { errors, body } = judgeConvening({ ...typed, ...days, seats }, rules, today);
    expect([errors, body]).toEqual([{ decisionDate: 'dateAhead' }, undefined]);
  });

  it('states no years that nobody has told, and asks for them rather than calling them few', () => {
    for (const years of ['', 'chín', '-3', '7,5']) {
      const untold = { ...seats, a: seat('chair', { years }) };
      const state = judgeConvening({ ...typed, seats: untold }, rules, today);
      expect([state.yearsUntold, state.faults, state.body]).toEqual([['a'], [], undefined]);
    }
    const few = { ...seats, a: seat('chair', { years: '4' }) };
    expect(judgeConvening({ ...typed, seats: few }, rules, today).faults).toMatchObject([
      { code: 'little_experience', accountId: 'a' },
    ]);
  });
});
