import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { compareSiblings } from './tree.js';
import {
  freshRanks,
  MAX_RANK_LENGTH,
  rankBetween,
  ranksForOrder,
  type RankedSibling,
} from './ranks.js';

const inOrder = (list: readonly RankedSibling[]) =>
  [...list].sort(compareSiblings).map(({ nodeId }) => nodeId);

describe('ranks of siblings', () => {
  it('put any list into the order wanted', () => {
    const sibling = fc.record({
      nodeId: fc.uuid(),
      rank: fc.option(fc.constantFrom('Zz', 'a0', 'a0V', 'a1', 'a2', 'a3'), { nil: null }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(sibling, { selector: (s) => s.nodeId }), (order) => {
        const ranked = ranksForOrder(order);
        expect(inOrder(ranked)).toEqual(order.map(({ nodeId }) => nodeId));
      }),
    );
  });

  it('change for one node only when one node is put elsewhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), fc.nat(29), (count, from, to) => {
        const ranks = freshRanks(count);
        const list = ranks.map((rank, index) => ({ nodeId: `n${index}`, rank }));
        const [moving] = list.splice(from % count, 1);
        const order = [...list.map((s) => ({ ...s, rank: s.rank as string | null }))];
        order.splice(to % count, 0, { nodeId: moving?.nodeId ?? '', rank: null });
        const changed = ranksForOrder(order).filter(({ nodeId, rank }) =>
          list.some((s) => s.nodeId === nodeId && s.rank !== rank),
        );
        expect(changed).toEqual([]);
      }),
    );
  });

  it('stay as they are when the order already holds', () => {
    const list = freshRanks(5).map((rank, index) => ({ nodeId: `n${index}`, rank }));
    expect(ranksForOrder(list)).toEqual(list);
  });

  it('are numbered anew once one would grow too long', () => {
    let list: readonly RankedSibling[] = [
      { nodeId: 'first', rank: 'a0' },
      { nodeId: 'last', rank: 'a1' },
    ];
    for (let n = 0; n < 300; n++) {
      const [first, ...rest] = list;
      list = ranksForOrder([...(first ? [first] : []), { nodeId: `n${n}`, rank: null }, ...rest]);
      const longest = Math.max(...list.map(({ rank }) => rank.length));
      expect(longest).toBeLessThanOrEqual(MAX_RANK_LENGTH);
    }
    expect(inOrder(list)).toEqual(list.map(({ nodeId }) => nodeId));
  });

  it('before the first sort before it by code unit', () => {
    expect(rankBetween(null, 'a0') < 'a0').toBe(true);
    expect(rankBetween('a0', 'a1')).toBe('a0V');
  });
});
