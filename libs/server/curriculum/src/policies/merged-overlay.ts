import { compareSiblings, ranksForOrder, type MergedNode, type NodesMerge } from '@cam-nang/domain';
import type { CurriculumVersion, VersionRow } from './curriculum-version.js';
import { groupBy } from './group-by.js';
import type { Overlay } from './overlay.js';

/** What a request has to say over the head so that it shows what the merge made. */
export interface MergedOverlay {
  /** Nodes that stand elsewhere than on the head, or are not there. */
  readonly placed: ReadonlyMap<string, { readonly parentId: string; readonly rank: string }>;
  readonly deleted: readonly string[];
  /** Nodes whose content may be another one than on the head. */
  readonly contents: readonly MergedNode[];
  /** Nodes that the request had a hand in and has none in any more. */
  readonly dropped: readonly string[];
}

/** Works the request out anew over the head. */
export function mergedOverlay(
  overlay: Overlay,
  head: CurriculumVersion,
  merge: NodesMerge,
): MergedOverlay {
  const placed = placements(head, merge);
  const present = new Set(merge.nodes.map(({ nodeId }) => nodeId));
  const deleted = head.nodes
    .filter(({ nodeId }) => !present.has(nodeId))
    .map(({ nodeId }) => nodeId);
  const contents = merge.nodes.filter((node) => !saysTheSame(node, head.byId.get(node.nodeId)));
  const needed = new Set([...placed.keys(), ...deleted, ...contents.map(({ nodeId }) => nodeId)]);
  const dropped = [...overlay.items.keys()].filter((nodeId) => !needed.has(nodeId));
  return { placed, deleted, contents, dropped };
}

function saysTheSame({ content }: MergedNode, head: VersionRow | undefined): boolean {
  if (head === undefined || content.from === 'merged') return false;
  return content.node.contentHash === head.contentHash;
}

/** Ranks of the merged order: those of the head stay where they are in order. */
function placements(head: CurriculumVersion, { nodes }: NodesMerge) {
  const placed = new Map<string, { parentId: string; rank: string }>();
  for (const [parentId, siblings] of groupBy(nodes, (node) => node.parentId)) {
    if (parentId === null) continue;
    const known = siblings.map(({ nodeId }) => {
      const row = head.byId.get(nodeId);
      return { nodeId, rank: row?.parentId === parentId ? row.rank : null };
    });
    // Equal ranks are told apart by node id: where that is the order already, nothing has to be placed.
    const order = isInOrder(known) ? known : ranksForOrder(known);
    for (const { nodeId, rank } of order) {
      const row = head.byId.get(nodeId);
      const same = row?.parentId === parentId && row.rank === rank;
      if (!same && rank !== null) placed.set(nodeId, { parentId, rank });
    }
  }
  return placed;
}

function isInOrder(siblings: readonly { nodeId: string; rank: string | null }[]): boolean {
  return siblings.every(({ nodeId, rank }, index) => {
    const next = siblings[index + 1];
    if (rank === null) return false;
    if (next === undefined) return true;
    return (
      next.rank !== null && compareSiblings({ nodeId, rank }, { ...next, rank: next.rank }) < 0
    );
  });
}
