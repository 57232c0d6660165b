import type { NodeDiff, TreeDiff } from '@cam-nang/domain';

/** A comparison as eyes may see it that must not see the keys of questions. */
export function withoutKeys(node: NodeDiff): NodeDiff {
  return node.kind === 'question' ? { ...node, meta: [], question: null } : node;
}

/** The structure of a comparison without the words of its texts, which its rows carry. */
export function structureOnly(diff: TreeDiff): TreeDiff {
  return { ...diff, nodes: diff.nodes.map((node) => ({ ...node, document: null })) };
}
