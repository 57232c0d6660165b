import { isChanged, type TreeNode } from '../../../kit/course-tree/tree-rows.js';

/** How many changed nodes are inside each node, counted once for the whole tree. */
export function changesInside(nodes: readonly TreeNode[]): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (!isChanged(node)) continue;
    for (let at = node.parentId; at !== null; at = byId.get(at)?.parentId ?? null) {
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  return counts;
}
