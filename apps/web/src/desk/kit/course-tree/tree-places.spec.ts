import { describe, expect, it } from '@jest/globals';
import {
  canStandElsewhere,
  placeAtLine,
  placeOf,
  placesFor,
  placeStep,
  withMove,
} from './tree-places.js';
import { onlyChanged, openAtFirst, opened, treeRows, type TreeNode } from './tree-rows.js';

function node(nodeId: string, parentId: string | null, rest: Partial<TreeNode> = {}): TreeNode {
  const none = { label: '', code: null, titleEn: null, moduleKind: null, hours: null };
  return {
    nodeId,
    parentId,
    kind: 'lesson',
    title: nodeId,
    minutes: null,
    questions: null,
    ...none,
    ...rest,
  };
}

const tree = [
  node('root', null, { kind: 'root' }),
  node('m1', 'root', { kind: 'module' }),
  node('l1', 'm1'),
  node('l2', 'm1', { change: 'changed' }),
  node('b1', 'm1', { kind: 'bank' }),
  node('q1', 'b1', { kind: 'question' }),
  node('m2', 'root', { kind: 'module' }),
  node('l3', 'm2'),
  node('gone', 'm2', { change: 'deleted' }),
];

const ids = (nodes: readonly TreeNode[]) => nodes.map((one) => one.nodeId);

describe('the lines of a tree', () => {
  it('leave out the course and what is inside closed nodes', () => {
    const rows = treeRows(tree, new Set(['m1']));
    expect(rows.map(({ node: { nodeId }, level }) => `${nodeId}:${level}`)).toEqual([
      'm1:1',
      'l1:2',
      'l2:2',
      'b1:2',
      'm2:1',
    ]);
    expect(rows.find((row) => row.node.nodeId === 'b1')?.hasChildren).toBe(true);
  });

  it('stand open above changes, and can be narrowed to them', () => {
    expect(openAtFirst(tree)).toEqual(new Set(['root', 'm1', 'm2']));
    expect(ids(onlyChanged(tree))).toEqual(['root', 'm1', 'l2', 'm2', 'gone']);
    expect(opened(new Set(), tree, 'q1')).toEqual(new Set(['b1', 'm1', 'root']));
  });
});

describe('the places of a node', () => {
  it('are under every parent that may hold it, without deleted siblings', () => {
    expect(
      placesFor(tree, 'l1').map(({ parentId, afterNodeId }) => `${parentId}/${afterNodeId}`),
    ).toEqual(['m1/null', 'm1/l2', 'm1/b1', 'm2/null', 'm2/l3']);
    expect(placesFor(tree, 'q1').every((place) => place.parentId === 'b1')).toBe(true);
  });

  it('are more than one for what can be moved, counted or listed', () => {
    const can = canStandElsewhere(tree);
    const counted = tree.filter(({ nodeId }) => can(nodeId));
    const listed = tree.filter(({ nodeId }) => placesFor(tree, nodeId).length > 1);
    expect(ids(counted)).toEqual(ids(listed));
    expect(ids(counted)).toEqual(['m1', 'l1', 'l2', 'b1', 'm2', 'l3', 'gone']);
    expect(can('nothing')).toBe(false);
  });

  it('are gone through step by step and end at the edges', () => {
    const places = placesFor(tree, 'l2');
    const at = placeOf(tree, 'l2');
    expect(at).toEqual({ parentId: 'm1', afterNodeId: 'l1' });
    if (at === null) throw new Error('it stands somewhere');
    expect(placeStep(places, at, 'up')).toEqual({ parentId: 'm1', afterNodeId: null });
    expect(placeStep(places, at, 'down')).toEqual({ parentId: 'm1', afterNodeId: 'b1' });
    expect(placeStep(places, at, 'in')).toEqual({ parentId: 'm2', afterNodeId: 'l3' });
    expect(placeStep(places, at, 'out')).toBeNull();
  });

  it('show where the node and all in it would go', () => {
    expect(ids(withMove(tree, 'm1', { parentId: 'root', afterNodeId: 'm2' }))).toEqual([
      ...['root', 'm2', 'l3', 'gone', 'm1', 'l1', 'l2', 'b1', 'q1'],
    ]);
    expect(ids(withMove(tree, 'l3', { parentId: 'm1', afterNodeId: null })).slice(0, 3)).toEqual([
      ...['root', 'm1', 'l3'],
    ]);
  });

  it('are what a drop means: beside a line, or inside a node that may hold it', () => {
    expect(placeAtLine(tree, 'l1', { nodeId: 'l3', half: 'upper' })).toEqual({
      parentId: 'm2',
      afterNodeId: null,
    });
    expect(placeAtLine(tree, 'l1', { nodeId: 'm2', half: 'lower' })).toEqual({
      parentId: 'm2',
      afterNodeId: 'l3',
    });
    expect(placeAtLine(tree, 'q1', { nodeId: 'l3', half: 'upper' })).toBeNull();
  });
});
