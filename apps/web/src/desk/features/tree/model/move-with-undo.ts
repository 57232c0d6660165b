import { placeOf, samePlace, type TreePlace } from '../../../kit/course-tree/tree-places.js';
import type { TreeNode } from '../../../kit/course-tree/tree-rows.js';

/** What moving a node needs of the page. */
export interface Moving {
  /** The tree before the move. */
  readonly nodes: readonly TreeNode[];
  /** Puts a node at a place; whether it was done. */
  readonly put: (nodeId: string, place: TreePlace) => Promise<boolean>;
  /** Ends a move that leaves the node where it is. */
  readonly letGo: () => void;
  /** Says what was moved and where to, with the way back. */
  readonly tell: (said: {
    readonly node: TreeNode;
    readonly under: TreeNode | undefined;
    readonly undo: () => void;
  }) => void;
}

/** Moves a node. The way back asks for the old place whatever the tree has become since, for it was left. */
export async function moveWithUndo(
  { nodes, put, letGo, tell }: Moving,
  nodeId: string,
  place: TreePlace,
): Promise<void> {
  const node = nodes.find((one) => one.nodeId === nodeId);
  const old = placeOf(nodes, nodeId);
  if (samePlace(old, place)) return letGo();
  if (!(await put(nodeId, place)) || old === null || node === undefined) return;
  const under = nodes.find((one) => one.nodeId === place.parentId);
  tell({
    node,
    under: place.parentId === old.parentId ? undefined : under,
    undo: () => void put(nodeId, old),
  });
}
