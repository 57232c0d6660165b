import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DomainError } from '../../shared/domain-error.js';
import { positions } from '../line/sibling-moves.js';
import type { NodeKind } from '../node-kinds.js';
import { versionArbitrary } from '../testing/version-arbitrary.js';
import { applyTreeDiff, type PlacedNode } from './tree-apply.js';
import type { VersionNode } from './tree-diff-model.js';
import { diffTrees } from './tree-diff.js';

const node = (
  nodeId: string,
  parentId: string | null,
  rank: string,
  other: Partial<VersionNode> = {},
): VersionNode => ({
  nodeId,
  parentId,
  rank,
  revisionId: `r-${nodeId}`,
  kind: 'lesson' as NodeKind,
  title: nodeId,
  meta: {},
  docHash: null,
  contentHash: `c-${nodeId}`,
  studyHash: `s-${nodeId}`,
  ...other,
});

const placed = (list: readonly VersionNode[]): readonly PlacedNode[] => {
  const position = positions(list);
  return list.map(({ rank: _rank, ...rest }) => ({
    ...rest,
    position: position.get(rest.nodeId) ?? 0,
  }));
};
const sorted = (list: readonly PlacedNode[]) =>
  [...list].sort((a, b) => (a.nodeId < b.nodeId ? -1 : 1));

const base = [
  node('root', null, 'a0'),
  node('m1', 'root', 'a0'),
  node('m2', 'root', 'a1'),
  node('l1', 'm1', 'a0'),
  node('l2', 'm1', 'a1'),
  node('l3', 'm1', 'a2'),
];

describe('two versions of a curriculum compared', () => {
  it('differ in nothing when they are the same, whatever the ranks', () => {
    fc.assert(
      fc.property(versionArbitrary, (a) => {
        const renumbered = a.map((n) => ({ ...n, rank: `b${n.rank}` }));
        expect(diffTrees(a, renumbered)).toMatchObject({ empty: true, nodes: [] });
      }),
    );
  });

  it('give the new one when applied to the old one', () => {
    fc.assert(
      fc.property(versionArbitrary, versionArbitrary, (a, b) => {
        expect(sorted(applyTreeDiff(diffTrees(a, b), a))).toEqual(sorted(placed(b)));
      }),
      { numRuns: 300 },
    );
  });

  it('count every node that is only on one side', () => {
    fc.assert(
      fc.property(versionArbitrary, versionArbitrary, (a, b) => {
        const [old, now] = [a, b].map((list) => new Set(list.map(({ nodeId }) => nodeId)));
        const { counts } = diffTrees(a, b);
        expect(counts.added).toBe(b.filter(({ nodeId }) => !old?.has(nodeId)).length);
        expect(counts.removed).toBe(a.filter(({ nodeId }) => !now?.has(nodeId)).length);
      }),
    );
  });

  it('show a lesson put before its siblings as one move', () => {
    const after = base.map((n) => (n.nodeId === 'l3' ? { ...n, rank: 'Zz' } : n));
    const { nodes, counts } = diffTrees(base, after);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({
      nodeId: 'l3',
      status: 'changed',
      moved: true,
      from: { parentId: 'm1', position: 2, ordinal: 3 },
      to: { parentId: 'm1', position: 0, ordinal: 1 },
    });
    expect(counts).toMatchObject({ moved: 1, added: 0, removed: 0, contentChanged: 0 });
  });

  it('take the lessons of a moved module for moved with it', () => {
    const after = base.map((n) => (n.nodeId === 'm1' ? { ...n, parentId: 'm2' } : n));
    const { nodes } = diffTrees(base, after);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ nodeId: 'm1', moved: true, movedWith: ['l1', 'l2', 'l3'] });
  });

  it('list a removed module with everything in it, after the rest', () => {
    const after = [...base.slice(0, 1), node('m2', 'root', 'a1'), node('n', 'm2', 'a0')];
    const told = diffTrees(base, after).nodes.map(({ nodeId, status }) => `${status} ${nodeId}`);
    expect(told).toEqual(['added n', 'removed m1', 'removed l1', 'removed l2', 'removed l3']);
  });

  it('tell a new title, settings field by field, and a new text apart', () => {
    const hours = { theory: 1, discussion: 1, practice: 1 };
    const before = [node('root', null, 'a0', { meta: { hours }, title: 'Đất đai', docHash: 'd1' })];
    const after = [
      node('root', null, 'a0', {
        meta: { hours: { ...hours, practice: 2 } },
        title: 'Đất đai, môi trường',
        docHash: 'd2',
        contentHash: 'other',
      }),
    ];
    const diff = diffTrees(before, after);
    expect(diff.nodes[0]).toMatchObject({
      meta: [{ path: ['hours', 'practice'], before: 1, after: 2 }],
      renamed: { words: { inserted: 2, deleted: 0 } },
      documentChanged: true,
      studyChanged: false,
    });
    expect(diff.counts).toEqual({
      added: 0,
      removed: 0,
      moved: 0,
      renamed: 1,
      contentChanged: 1,
      metaChanged: 1,
      words: { inserted: 2, deleted: 0 },
    });
  });

  it('compare questions as questions', () => {
    const meta = {
      type: 'short',
      stem: 'Ký hiệu?',
      accepted: ['TM.'],
      feedback: '',
      lessonId: null,
      outcome: null,
      difficulty: 'easy',
      tags: [],
    };
    const before = [node('q', null, 'a0', { kind: 'question', meta, contentHash: '1' })];
    const corrected = { ...meta, accepted: ['TM.', 'TM'] };
    const after = [node('q', null, 'a0', { kind: 'question', meta: corrected, contentHash: '2' })];
    const diff = diffTrees(before, after);
    expect(diff.nodes[0]?.question).toMatchObject({ keyChanged: true, stemChanged: false });
    expect(diff.counts).toMatchObject({ contentChanged: 1, metaChanged: 0 });
  });

  it('are refused for applying to a third', () => {
    const changed = base.map((n) => (n.nodeId === 'l1' ? { ...n, contentHash: 'x' } : n));
    const third = base.map((n) => (n.nodeId === 'l1' ? { ...n, contentHash: 'y' } : n));
    expect(() => applyTreeDiff(diffTrees(base, changed), third)).toThrow(DomainError);
  });
});
