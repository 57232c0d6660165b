import type { CurriculumVersion, PlacedNode } from './curriculum-version.js';
import { subtree } from './curriculum-version.js';
import { ranksFor } from './sibling-ranks.js';

/** Where a node is put so that it stands as in the edition again. */
export interface RevertPlacement {
  readonly nodeId: string;
  readonly parentId: string;
  readonly rank: string;
}

/** What a request has to do so that the head says again what an edition says. */
export interface RevertPlan {
  /** Nodes whose content comes from the edition, as the edition holds them. */
  readonly contents: readonly PlacedNode[];
  readonly placements: readonly RevertPlacement[];
  /** Nodes that the edition does not have. */
  readonly removed: readonly string[];
}

/** Brings back the whole text of an edition: contents, places and order, and nothing that came later. */
export function revertAll(head: CurriculumVersion, edition: CurriculumVersion): RevertPlan {
  return {
    contents: edition.nodes.filter((node) => differs(head, node)),
    placements: edition.nodes.flatMap((node) => {
      const { nodeId, parentId, rank } = node;
      const now = head.byId.get(nodeId);
      const same = now?.parentId === parentId && now.rank === rank;
      return same || parentId === null ? [] : [{ nodeId, parentId, rank }];
    }),
    removed: head.nodes.flatMap(({ nodeId }) => (edition.byId.has(nodeId) ? [] : [nodeId])),
  };
}

/**
 * Brings back one node: its content where it still stands; with all that was in it, at the end of
 * what it stood in, where it is gone. Null when the edition does not have it, or what it stood in is
 * gone too.
 */
export function revertNode(
  head: CurriculumVersion,
  edition: CurriculumVersion,
  nodeId: string,
): RevertPlan | null {
  const node = edition.byId.get(nodeId);
  if (node === undefined) return null;
  if (head.byId.has(nodeId)) {
    return { contents: differs(head, node) ? [node] : [], placements: [], removed: [] };
  }
  const { parentId, kind } = node;
  if (parentId === null || !head.byId.has(parentId)) return null;
  const gone = subtree(edition, nodeId).filter((inner) => !head.byId.has(inner.nodeId));
  const last = head.children(parentId).at(-1)?.nodeId ?? null;
  const own = ranksFor(head, { nodeId, kind, parentId, afterNodeId: last });
  return {
    contents: gone,
    placements: [
      ...own.map((ranked) => ({ nodeId: ranked.nodeId, parentId, rank: ranked.rank })),
      ...gone.flatMap((inner) =>
        inner.nodeId === nodeId || inner.parentId === null
          ? []
          : [{ nodeId: inner.nodeId, parentId: inner.parentId, rank: inner.rank }],
      ),
    ],
    removed: [],
  };
}

function differs(head: CurriculumVersion, node: PlacedNode): boolean {
  return head.byId.get(node.nodeId)?.revisionId !== node.revisionId;
}
