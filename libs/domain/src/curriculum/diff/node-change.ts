import type { NodeDiff } from './tree-diff-model.js';

/** The one word for what happened to a node as a whole. */
export type NodeChange = 'added' | 'removed' | 'moved' | 'changed';

/** What happened to a node: moved only when nothing else of it changed. */
export function nodeChange(
  diff: Pick<NodeDiff, 'status' | 'moved' | 'before' | 'after'>,
): NodeChange {
  if (diff.status !== 'changed') return diff.status;
  const rewritten = diff.before?.contentHash !== diff.after?.contentHash;
  return diff.moved && !rewritten ? 'moved' : 'changed';
}
