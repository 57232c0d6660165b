import {
  DomainError,
  mayContain,
  ranksForOrder,
  type NodeKind,
  type RankedSibling,
  type Sibling,
} from '@cam-nang/domain';
import type { CurriculumVersion } from './curriculum-version.js';

/** Where a node is wanted: under a parent, after a sibling; null is before all others. */
export interface WantedPlace {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly parentId: string;
  readonly afterNodeId: string | null;
}

/**
 * The ranks that put a node where it is wanted: its own, and those of siblings that had to be
 * numbered anew.
 *
 * @throws DomainError `curriculum.structure_invalid` when it may not stand there
 */
export function ranksFor(
  version: CurriculumVersion,
  wanted: WantedPlace,
): readonly RankedSibling[] {
  const { nodeId, kind, parentId, afterNodeId } = wanted;
  const parent = version.byId.get(parentId);
  if (parent === undefined) throw invalid('parent_present', nodeId);
  if (!mayContain(parent.kind, kind)) throw invalid('kind_allowed', nodeId);
  if (isInside(version, parentId, nodeId)) throw invalid('no_cycle', nodeId);
  const siblings = version.children(parentId).filter((sibling) => sibling.nodeId !== nodeId);
  const after = siblings.findIndex((sibling) => sibling.nodeId === afterNodeId);
  if (afterNodeId !== null && after < 0) throw invalid('sibling_present', nodeId);
  const order = siblings.map((sibling): Sibling => ({
    nodeId: sibling.nodeId,
    rank: sibling.rank,
  }));
  const wantedOrder = order.toSpliced(after + 1, 0, { nodeId, rank: null });
  const before = new Map(order.map((sibling) => [sibling.nodeId, sibling.rank]));
  return ranksForOrder(wantedOrder).filter((ranked) => before.get(ranked.nodeId) !== ranked.rank);
}

function isInside(version: CurriculumVersion, inner: string, outer: string): boolean {
  for (let at: string | null = inner; at !== null; at = version.byId.get(at)?.parentId ?? null) {
    if (at === outer) return true;
  }
  return false;
}

function invalid(rule: string, nodeId: string): DomainError {
  return new DomainError('curriculum.structure_invalid', { violations: [{ rule, nodeId }] });
}
