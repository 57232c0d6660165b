import { describe, expect, it } from '@jest/globals';
import type { TreePlace } from '../../../kit/course-tree/tree-places.js';
import type { TreeNode } from '../../../kit/course-tree/tree-rows.js';
import { moveWithUndo, type Moving } from './move-with-undo.js';

const node = (nodeId: string, parentId: string | null, kind: TreeNode['kind']): TreeNode => ({
  ...{ nodeId, parentId, kind, title: nodeId, label: '', code: null, titleEn: null },
  ...{ moduleKind: null, hours: null, minutes: null, questions: null },
});
const nodes = [
  node('root', null, 'root'),
  node('m1', 'root', 'module'),
  node('l1', 'm1', 'lesson'),
  node('l2', 'm1', 'lesson'),
  node('m2', 'root', 'module'),
];

/** A page on which moves are done, or refused. */
function page(done = true) {
  const asked: (readonly [string, TreePlace])[] = [];
  const said: Parameters<Moving['tell']>[0][] = [];
  let ended = 0;
  const moving: Moving = {
    nodes,
    put: (nodeId, place) => {
      asked.push([nodeId, place]);
      return Promise.resolve(done);
    },
    letGo: () => (ended += 1),
    tell: (one) => said.push(one),
  };
  return { moving, asked, said, ended: () => ended };
}

describe('moving a node', () => {
  it('can be undone: the old place is asked for, though the tree is another one by then', async () => {
    const { moving, asked, said } = page();
    await moveWithUndo(moving, 'l1', { parentId: 'm1', afterNodeId: 'l2' });
    said[0]?.undo();
    expect(asked).toEqual([
      ['l1', { parentId: 'm1', afterNodeId: 'l2' }],
      ['l1', { parentId: 'm1', afterNodeId: null }],
    ]);
  });

  it('says where to only when it leaves its parent', async () => {
    const { moving, said } = page();
    await moveWithUndo(moving, 'l1', { parentId: 'm1', afterNodeId: 'l2' });
    await moveWithUndo(moving, 'l1', { parentId: 'm2', afterNodeId: null });
    expect(said.map(({ under }) => under?.nodeId)).toEqual([undefined, 'm2']);
  });

  it('asks for nothing where it stays, and offers no way back from what was refused', async () => {
    const here = page();
    await moveWithUndo(here.moving, 'l2', { parentId: 'm1', afterNodeId: 'l1' });
    expect([here.asked, here.said, here.ended()]).toEqual([[], [], 1]);
    const refused = page(false);
    await moveWithUndo(refused.moving, 'l2', { parentId: 'm1', afterNodeId: null });
    expect(refused.said).toEqual([]);
  });
});
