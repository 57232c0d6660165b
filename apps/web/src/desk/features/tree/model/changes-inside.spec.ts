import { describe, expect, it } from '@jest/globals';
import type { TreeNode } from '../../../kit/course-tree/tree-rows.js';
import { changesInside } from './changes-inside.js';

function node(nodeId: string, parentId: string | null, change: string): TreeNode {
  const none = { code: null, titleEn: null, moduleKind: null, hours: null };
  const size = { minutes: null, questions: null };
  return { nodeId, parentId, kind: 'lesson', label: '', title: '', change, ...none, ...size };
}

describe('the changes inside a node', () => {
  it('are counted at every level above, the node itself not among them', () => {
    const counts = changesInside([
      node('root', null, 'through_child'),
      node('m1', 'root', 'changed'),
      node('b1', 'm1', 'through_child'),
      node('q1', 'b1', 'new'),
      node('q2', 'b1', 'deleted'),
      node('q3', 'b1', 'none'),
      node('m2', 'root', 'none'),
    ]);
    expect(counts).toEqual(
      new Map([
        ['root', 3],
        ['m1', 2],
        ['b1', 2],
      ]),
    );
  });
});
