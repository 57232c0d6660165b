import { describe, expect, it } from '@jest/globals';
import type { ConflictValue, NodeConflict } from '@cam-nang/domain';
import { InvalidRequest } from '@cam-nang/platform';
import { checkedDecision } from './checked-decision.js';

function field(
  path: readonly string[],
  values: readonly [ConflictValue, ConflictValue, ConflictValue],
): NodeConflict {
  const [base, ours, theirs] = values;
  const triple = { base: '0', ours: '1', theirs: '2' };
  return {
    id: `L1 field ${path.join('.')}`,
    nodeId: 'L1',
    subject: { kind: 'field', path },
    ...{ base, ours, theirs, triple },
  };
}

/** The words that are kept, else what is wrong with them. */
function kept(conflict: NodeConflict, written: unknown): unknown {
  try {
    const decision = checkedDecision(conflict, { choice: 'written', written });
    return decision.choice === 'written' ? decision.written : decision.choice;
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return error.errors.map(({ path, code }) => [path, code]);
  }
}

const wrong = (code: string) => [['decision.written', code]];

describe('a setting in words of one’s own', () => {
  const renamed = field(['title'], ['Bài', 'Bài một', 'Bài hai']);
  const broughtIn = field(['title'], [null, 'Bài một', 'Bài hai']);

  it.each([
    ['which both renamed', renamed],
    ['which both brought in', broughtIn],
  ])('is the title of a lesson %s, when it can be one', (_what, conflict) => {
    expect(kept(conflict, ' Bài chung ')).toBe('Bài chung');
    for (const other of [{}, [], null, undefined, 7])
      expect(kept(conflict, other)).toEqual(wrong('wrong_kind'));
    for (const words of ['', '   ', 'x'.repeat(301)])
      expect(kept(conflict, words)).toEqual(wrong('title'));
  });

  it('is of the kind that it was, or that both made it', () => {
    const hours = field(['meta', 'hours'], [null, 2, 3]);
    expect([kept(hours, 4), kept(hours, '4')]).toEqual([4, wrong('wrong_kind')]);
    const list = field(['meta', 'targets'], [['a'], ['b'], ['c']]);
    expect([kept(list, ['d']), kept(list, { 0: 'd' })]).toEqual([['d'], wrong('wrong_kind')]);
  });
});
