import { describe, expect, it } from '@jest/globals';
import { AWARD_STATES, decideAward } from './award-flow.js';
import type { AwardCommand, AwardContext, AwardStanding, AwardState } from './award-flow.js';

const hash = 'a1';
const standing = (state: AwardState | null): AwardStanding => ({
  state,
  listHash: state === null ? null : hash,
  eligibleCount: 3,
});
const context: AwardContext = {
  actorId: 'director',
  done: [
    { act: 'award.compute', personId: 'officer' },
    { act: 'award.submit', personId: 'colleague' },
  ],
  currentHash: hash,
};
const commands: Record<AwardCommand['type'], AwardCommand> = {
  compute: { type: 'compute' },
  submit: { type: 'submit', listHash: hash },
  sign: { type: 'sign', listHash: hash, decisionNo: '118/QĐ-SNV' },
  return: { type: 'return', reason: 'Thiếu bài thu hoạch' },
};

describe('an award from computation to signature', () => {
  const allowed: Record<string, AwardState> = {
    'null compute': 'computed',
    'computed compute': 'computed',
    'returned compute': 'computed',
    'computed submit': 'submitted',
    'submitted sign': 'signed',
    'submitted return': 'returned',
  };
  const pairs = [null, ...AWARD_STATES].flatMap((state) =>
    (['compute', 'submit', 'sign', 'return'] as const).map((type) => [state, type] as const),
  );

  it.each(pairs)('%s: %s', (state, type) => {
    const to = allowed[`${state} ${type}`];
    expect(decideAward(standing(state), commands[type], context)).toEqual(
      to === undefined
        ? { ok: false, error: { code: 'wrong-state', state } }
        : { ok: true, value: to },
    );
  });

  it.each([
    ['officer', 'award.compute'],
    ['colleague', 'award.submit'],
  ])('%s prepared it and does not sign (law 8)', (actorId, because) => {
    expect(decideAward(standing('submitted'), commands.sign, { ...context, actorId })).toEqual({
      ok: false,
      error: { code: 'same-person', because },
    });
  });

  it.each(['submit', 'sign'] as const)('%s is about the list one has seen, still true', (type) => {
    const state = standing(type === 'submit' ? 'computed' : 'submitted');
    const stale = { ...state, listHash: 'b2' };
    expect(decideAward(stale, commands[type], context)).toEqual({
      ok: false,
      error: { code: 'list-changed', listHash: 'b2' },
    });
    expect(decideAward(state, commands[type], { ...context, currentHash: 'b2' })).toEqual({
      ok: false,
      error: { code: 'facts-changed' },
    });
    expect(decideAward({ ...state, eligibleCount: 0 }, commands[type], context)).toEqual({
      ok: false,
      error: { code: 'nobody-eligible' },
    });
  });

  it('needs a decision number to sign and a reason to return', () => {
    expect(
      decideAward(
        standing('submitted'),
        { type: 'sign', listHash: hash, decisionNo: ' ' },
        context,
      ),
    ).toEqual({ ok: false, error: { code: 'decision-missing' } });
    expect(decideAward(standing('submitted'), { type: 'return', reason: '' }, context)).toEqual({
      ok: false,
      error: { code: 'reason-missing' },
    });
  });
});
