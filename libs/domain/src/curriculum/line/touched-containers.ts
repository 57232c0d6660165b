import type { CommitChange } from './members.js';
import type { TreeRow } from './tree.js';

/**
 * Nodes that a commit changed only through something inside them: every container above a changed
 * node, before or after, that is still there and has no change of its own. Nearest first per change.
 */
export function touchedContainers(
  changes: readonly CommitChange[],
  after: readonly TreeRow[],
): readonly string[] {
  const parents = new Map(after.map((row) => [row.nodeId, row.parentId]));
  const changed = new Set(changes.map(({ nodeId }) => nodeId));
  const passed = new Set<string>();
  for (const change of changes) {
    for (const start of [change.before?.parentId, change.after?.parentId]) {
      let at = start ?? null;
      while (at !== null && parents.has(at) && !passed.has(at)) {
        passed.add(at);
        at = parents.get(at) ?? null;
      }
    }
  }
  return [...passed].filter((nodeId) => !changed.has(nodeId));
}
