import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DomainError } from '../../shared/domain-error.js';
import { lineArbitrary } from '../testing/line-arbitrary.js';
import { appendCommit, asOf, replay, withCommit, type Member } from './members.js';
import { compareSiblings, type Placement, type TreeRow } from './tree.js';
import { intervalViolations } from './tree-violations.js';

const sorted = (rows: readonly TreeRow[]) =>
  [...rows].sort((a, b) => compareSiblings({ ...a, rank: '' }, { ...b, rank: '' }));

const at = (parentId: string | null, rank: string, revisionId = 'r1'): Placement => ({
  parentId,
  rank,
  revisionId,
});

const open = (nodeId: string, placement: Placement): Member => ({
  nodeId,
  ...placement,
  fromSeq: 1,
  toSeq: null,
});

const tree = [
  open('root', at(null, 'a0')),
  open('a', at('root', 'a0')),
  open('b', at('root', 'a1')),
];

describe('a line of commits', () => {
  it('shows at every commit what replaying the commits shows', () => {
    fc.assert(
      fc.property(lineArbitrary, ({ members, commits }) => {
        for (let seq = 0; seq <= commits.length + 1; seq++) {
          expect(sorted(asOf(members, seq))).toEqual(sorted(replay(commits, seq)));
        }
      }),
    );
  });

  it('never has a node twice and never an empty stay', () => {
    fc.assert(
      fc.property(lineArbitrary, ({ members }) => {
        expect(intervalViolations(members)).toEqual([]);
      }),
    );
  });

  it('never touches what an earlier commit shows', () => {
    fc.assert(
      fc.property(lineArbitrary, ({ members, commits }) => {
        let grown: readonly Member[] = [];
        commits.forEach((plan, index) => {
          const before = sorted(asOf(grown, index));
          grown = withCommit(grown, plan);
          expect(sorted(asOf(grown, index))).toEqual(before);
          expect(sorted(asOf(members, index))).toEqual(before);
        });
      }),
    );
  });

  it('costs one closed and one opened interval for one changed lesson', () => {
    const plan = appendCommit(tree, 4, [{ nodeId: 'a', after: at('root', 'a0', 'r2') }]);
    expect(plan.seq).toBe(5);
    expect(plan.closed).toEqual([{ ...open('a', at('root', 'a0')), toSeq: 5 }]);
    expect(plan.opened).toEqual([
      { nodeId: 'a', ...at('root', 'a0', 'r2'), fromSeq: 5, toSeq: null },
    ]);
    expect(plan.changes).toEqual([
      { nodeId: 'a', before: at('root', 'a0'), after: at('root', 'a0', 'r2'), moved: false },
    ]);
  });

  it('calls a node moved when its place changes and not when only its rank does', () => {
    const turned = appendCommit(tree, 1, [{ nodeId: 'a', after: at('root', 'a2') }]);
    expect(turned.changes[0]?.moved).toBe(true);
    const renumbered = appendCommit(tree, 1, [{ nodeId: 'a', after: at('root', 'a0V') }]);
    expect(renumbered.changes[0]?.moved).toBe(false);
    const lowered = appendCommit(tree, 1, [{ nodeId: 'a', after: at('b', 'a0') }]);
    expect(lowered.changes[0]?.moved).toBe(true);
  });

  it('leaves out changes that change nothing', () => {
    const plan = appendCommit(tree, 1, [
      { nodeId: 'a', after: at('root', 'a0') },
      { nodeId: 'b', after: null },
    ]);
    expect(plan.changes.map(({ nodeId }) => nodeId)).toEqual(['b']);
    expect(plan.opened).toEqual([]);
  });

  it.each([
    ['nothing changes', [{ nodeId: 'a', after: at('root', 'a0') }], 'curriculum.nothing_changed'],
    ['there is no change', [], 'curriculum.nothing_changed'],
    ['an absent node is taken out', [{ nodeId: 'x', after: null }], 'curriculum.structure_invalid'],
    [
      'a node is named twice',
      [
        { nodeId: 'a', after: null },
        { nodeId: 'a', after: at('root', 'a5') },
      ],
      'curriculum.structure_invalid',
    ],
  ])('refuses a commit when %s', (_name, changes, code) => {
    expect(() => appendCommit(tree, 1, changes)).toThrow(new DomainError(code));
  });

  it('takes a node back after it was gone', () => {
    const out = withCommit(tree, appendCommit(tree, 1, [{ nodeId: 'b', after: null }]));
    const back = withCommit(out, appendCommit(out, 2, [{ nodeId: 'b', after: at('root', 'a1') }]));
    expect(sorted(asOf(back, 3))).toEqual(sorted(asOf(back, 1)));
    expect(asOf(back, 2).map((row) => row.nodeId)).toEqual(['root', 'a']);
  });
});
