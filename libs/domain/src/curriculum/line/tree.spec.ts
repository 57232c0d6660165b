import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { NodeKind } from '../node-kinds.js';
import { sha256 } from '../testing/sha256.js';
import { manifestHash } from './manifest.js';
import { likelyMoved, movedNodes } from './sibling-moves.js';
import { touchedContainers } from './touched-containers.js';
import { assembleTree, readingOrder, type TreeRow } from './tree.js';
import { intervalViolations, treeViolations } from './tree-violations.js';

const row = (nodeId: string, parentId: string | null, rank: string): TreeRow => ({
  nodeId,
  parentId,
  rank,
  revisionId: `r-${nodeId}`,
});

const rows = [
  row('root', null, 'a0'),
  row('m2', 'root', 'a1'),
  row('m1', 'root', 'Zz'),
  row('l2', 'm1', 'a1'),
  row('l1', 'm1', 'a0'),
  row('l3', 'm1', 'a0'),
];

const kinds: Readonly<Record<string, NodeKind>> = {
  root: 'root',
  m1: 'module',
  m2: 'module',
  l1: 'lesson',
  l2: 'lesson',
  l3: 'lesson',
};
const kindOf = (nodeId: string) => kinds[nodeId];

describe('a tree made of rows', () => {
  it('orders siblings as ASCII does, and equal ranks by node', () => {
    const order = readingOrder(assembleTree(rows));
    expect(order.map(({ nodeId }) => nodeId)).toEqual(['root', 'm1', 'l1', 'l3', 'l2', 'm2']);
    expect(order.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 2, 1]);
    expect(order.map(({ position }) => position)).toEqual([0, 0, 0, 1, 2, 1]);
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(assembleTree(shuffled)).toEqual(assembleTree(rows));
      }),
    );
  });
});

describe('the rules of structure', () => {
  it('find nothing wrong with a sound tree', () => {
    expect(treeViolations(rows, kindOf)).toEqual([]);
  });

  it.each<[string, readonly TreeRow[], readonly unknown[]]>([
    ['no root', [], [{ rule: 'one_root', nodeId: null }]],
    [
      'two roots',
      [...rows, row('m3', null, 'a9')],
      [
        { rule: 'one_root', nodeId: null },
        { rule: 'kind_allowed', nodeId: 'm3' },
      ],
    ],
    [
      'a parent that is gone',
      [...rows, row('l9', 'm9', 'a0')],
      [{ rule: 'parent_present', nodeId: 'l9' }],
    ],
    [
      'a node that stands twice',
      [...rows, row('l1', 'm2', 'a0')],
      [{ rule: 'once_per_node', nodeId: 'l1' }],
    ],
    [
      'a lesson beside the modules',
      [...rows, row('l9', 'root', 'a0')],
      [{ rule: 'kind_allowed', nodeId: 'l9' }],
    ],
    ['a node of no kind', [...rows, row('x', 'm1', 'a0')], [{ rule: 'kind_allowed', nodeId: 'x' }]],
  ])('find %s', (_name, broken, expected) => {
    const withL9 = (nodeId: string) =>
      nodeId === 'l9' ? 'lesson' : nodeId === 'm3' ? 'module' : kindOf(nodeId);
    expect(treeViolations(broken, withL9)).toEqual(expected);
  });

  it('find a cycle, on every node of it and on nothing below it', () => {
    const loop = [
      row('root', null, 'a0'),
      row('m1', 'm2', 'a0'),
      row('m2', 'm1', 'a0'),
      row('l1', 'm1', 'a0'),
    ];
    const cycles = treeViolations(loop, kindOf).filter(({ rule }) => rule === 'no_cycle');
    expect(cycles.map(({ nodeId }) => nodeId)).toEqual(['m1', 'm2']);
  });

  it('find stays that are empty or overlap', () => {
    const stay = (fromSeq: number, toSeq: number | null) => ({
      ...row('a', null, 'a0'),
      fromSeq,
      toSeq,
    });
    expect(intervalViolations([stay(1, 3), stay(3, null)])).toEqual([]);
    expect(intervalViolations([stay(1, 4), stay(3, null)])).toEqual([
      { rule: 'once_per_node', nodeId: 'a' },
    ]);
    expect(intervalViolations([stay(1, null), stay(3, 5)])).toEqual([
      { rule: 'once_per_node', nodeId: 'a' },
    ]);
    expect(intervalViolations([stay(3, 3)])).toEqual([{ rule: 'no_empty_stay', nodeId: 'a' }]);
  });
});

describe('what moved', () => {
  it('is one node when one node is taken past the others', () => {
    const after = [row('a', 'p', '1'), row('b', 'p', '2'), row('c', 'p', '3'), row('d', 'p', '0')];
    const before = [row('a', 'p', '1'), row('b', 'p', '2'), row('c', 'p', '3'), row('d', 'p', '4')];
    expect([...movedNodes(before, after)]).toEqual(['d']);
  });

  it('is the one that was touched when two siblings changed places', () => {
    const before = [row('a', 'p', '1'), row('b', 'p', '2')];
    const a = movedNodes(before, [row('a', 'p', '3'), row('b', 'p', '2')], new Set(['b']));
    const b = movedNodes(before, [row('a', 'p', '1'), row('b', 'p', '0')], new Set(['a']));
    expect([[...a], [...b]]).toEqual([['a'], ['b']]);
  });

  it('is not a node that is new, nor one whose siblings came or went', () => {
    const before = [row('a', 'p', '1'), row('b', 'p', '2'), row('c', 'p', '3')];
    const after = [row('n', 'p', '0'), row('b', 'p', '2'), row('c', 'p', '3')];
    expect(movedNodes(before, after).size).toBe(0);
  });

  it('tells of two siblings that changed places the one whose rank is new', () => {
    const before = [row('a', 'p', 'a0'), row('b', 'p', 'a1'), row('c', 'p', 'a2')];
    const first = [row('a', 'p', 'a1V'), row('b', 'p', 'a1'), row('c', 'p', 'a2')];
    const second = [row('a', 'p', 'a0'), row('b', 'p', 'Zz'), row('c', 'p', 'a2')];
    expect([...likelyMoved(before, first)]).toEqual(['a']);
    expect([...likelyMoved(before, second)]).toEqual(['b']);
  });

  it('never tells of more nodes than left the longest run, whatever ranks stayed by chance', () => {
    const before = [row('a', 'p', '1'), row('b', 'p', '2'), row('c', 'p', '3'), row('d', 'p', '4')];
    const after = [row('a', 'p', '4'), row('b', 'p', '2'), row('c', 'p', '3'), row('d', 'p', '1')];
    const anew = [row('d', 'p', '1'), row('a', 'p', '2'), row('b', 'p', '3'), row('c', 'p', '4')];
    expect(likelyMoved(before, after).size).toBe(movedNodes(before, after).size);
    expect([...likelyMoved(before, anew)]).toEqual(['d']);
  });
});

describe('the manifest hash', () => {
  const hashOf = (list: readonly TreeRow[]) =>
    manifestHash(list, (id) => `content of ${id}`, sha256);

  it('does not depend on the order of rows, on ranks or on revision ids', () => {
    const renumbered = rows.map((r) => ({ ...r, rank: `b${r.rank}` })).reverse();
    expect(hashOf(renumbered)).toBe(hashOf(rows));
    const renamed = rows.map((r) => ({ ...r, revisionId: `x-${r.nodeId}` }));
    const byNode = (id: string) => `content of r${id.slice(1)}`;
    expect(manifestHash(renamed, byNode, sha256)).toBe(hashOf(rows));
  });

  it.each<[string, (r: TreeRow) => TreeRow]>([
    ['place', (r) => (r.nodeId === 'l2' ? { ...r, rank: 'Z' } : r)],
    ['parent', (r) => (r.nodeId === 'l2' ? { ...r, parentId: 'm2' } : r)],
    ['content', (r) => (r.nodeId === 'l2' ? { ...r, revisionId: 'other' } : r)],
  ])('changes with one node of another %s', (_name, change) => {
    expect(hashOf(rows.map(change))).not.toBe(hashOf(rows));
  });
});

describe('containers touched by a commit', () => {
  it('are those above the change that did not change themselves', () => {
    const placement = { parentId: 'm1', rank: 'a0', revisionId: 'r' };
    const changes = [
      { nodeId: 'l1', before: placement, after: { ...placement, parentId: 'm2' }, moved: true },
    ];
    expect(touchedContainers(changes, rows)).toEqual(['m1', 'root', 'm2']);
    const both = [...changes, { nodeId: 'm2', before: placement, after: placement, moved: false }];
    expect(touchedContainers(both, rows)).toEqual(['m1', 'root']);
  });
});
