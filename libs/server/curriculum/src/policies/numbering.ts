import type { NodeKind, CurriculumNode } from '@cam-nang/domain';

/** Kinds that are counted through the whole curriculum, whatever stands between them. */
const COUNTED_ALONE: ReadonlySet<NodeKind> = new Set(['module', 'annex']);

/**
 * Numbers as they are printed, by node id: modules 1, 2, …; lessons 1.1, 1.2, … in their module;
 * annexes and the questions of a bank 1, 2, …. Other nodes go by their titles and have no number.
 */
export function numbering(
  order: readonly CurriculumNode[],
  kindOf: (nodeId: string) => NodeKind | undefined,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const labels = new Map<string, string>();
  const next = (counter: string) => {
    const count = (counts.get(counter) ?? 0) + 1;
    counts.set(counter, count);
    return count;
  };
  for (const { nodeId, parentId } of order) {
    const kind = kindOf(nodeId);
    if (kind === undefined) continue;
    const above = labels.get(parentId ?? '');
    if (COUNTED_ALONE.has(kind)) labels.set(nodeId, String(next(kind)));
    if (kind === 'question') labels.set(nodeId, String(next(`question ${parentId ?? ''}`)));
    if (kind === 'lesson' && above !== undefined) {
      labels.set(nodeId, `${above}.${next(`lesson ${parentId ?? ''}`)}`);
    }
  }
  return labels;
}
