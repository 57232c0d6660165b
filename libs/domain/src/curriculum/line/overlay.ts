import { hashText, type HashFunction } from '../../shared/bytes.js';
import { DomainError } from '../../shared/domain-error.js';
import { compareCodeUnits } from '../../shared/text.js';
import { canonicalJson } from '../canon/canonical-json.js';
import type { MemberChange } from './members.js';
import type { TreeRow } from './tree.js';

/** Where a change request puts a node; null parent is the top, which only the root has. */
export interface OverlayPlacement {
  readonly parentId: string | null;
  readonly rank: string;
}

/**
 * What a change request does to one node over its base: null leaves the placement or the revision as
 * it is in the base; a node that the base does not have needs both.
 */
export interface OverlayItem {
  readonly nodeId: string;
  readonly placement: OverlayPlacement | null;
  readonly revisionId: string | null;
  readonly deleted: boolean;
}

/**
 * The curriculum as a change request would make it. Deleting a node takes everything under it along,
 * except what the request itself puts elsewhere.
 *
 * @throws DomainError `curriculum.structure_invalid` when an item names a node that the base does not
 *   have without saying where it goes and what it shows
 */
export function applyOverlay(
  base: readonly TreeRow[],
  items: readonly OverlayItem[],
): readonly TreeRow[] {
  const rows = new Map(base.map((row) => [row.nodeId, row]));
  const deleted = new Set<string>();
  for (const item of items) {
    if (item.deleted) deleted.add(item.nodeId);
    else rows.set(item.nodeId, overlaid(rows.get(item.nodeId), item));
  }
  const placed = new Set(items.filter((item) => item.placement).map((item) => item.nodeId));
  const gone = withDescendants(base, deleted, placed);
  return [...rows.values()].filter((row) => !gone.has(row.nodeId));
}

/** What the commit function is asked for so that the line becomes what the request shows. */
export function overlayChanges(
  base: readonly TreeRow[],
  items: readonly OverlayItem[],
): readonly MemberChange[] {
  const before = new Map(base.map((row) => [row.nodeId, row]));
  const result = applyOverlay(base, items);
  const present = new Set(result.map((row) => row.nodeId));
  const taken = base.filter((row) => !present.has(row.nodeId));
  const put = result.filter((row) => before.get(row.nodeId) !== row);
  return [
    ...taken.map(({ nodeId }) => ({ nodeId, after: null })),
    ...put.map(({ nodeId, ...after }) => ({ nodeId, after })),
  ];
}

/**
 * Hash of what a request changes: what reviews are about. It covers content, not revision ids, and
 * does not depend on the order of the items.
 */
export function overlayHash(
  items: readonly OverlayItem[],
  contentHashOf: (revisionId: string) => string,
  hash: HashFunction,
): string {
  const sorted = [...items].sort((a, b) => compareCodeUnits(a.nodeId, b.nodeId));
  const list = sorted.map(({ nodeId, placement, revisionId, deleted }) => ({
    nodeId,
    deleted,
    placement: placement && { parentId: placement.parentId, rank: placement.rank },
    content: revisionId === null ? null : contentHashOf(revisionId),
  }));
  return hashText(canonicalJson(list), hash);
}

function overlaid(row: TreeRow | undefined, item: OverlayItem): TreeRow {
  const place = item.placement ?? row;
  const revisionId = item.revisionId ?? row?.revisionId;
  if (!place || revisionId === undefined) {
    throw new DomainError('curriculum.structure_invalid', {
      reason: 'incomplete_addition',
      nodeId: item.nodeId,
    });
  }
  return { nodeId: item.nodeId, parentId: place.parentId, rank: place.rank, revisionId };
}

function withDescendants(
  base: readonly TreeRow[],
  deleted: ReadonlySet<string>,
  placed: ReadonlySet<string>,
): ReadonlySet<string> {
  const gone = new Set(deleted);
  const children = new Map<string | null, string[]>();
  for (const { nodeId, parentId } of base) {
    children.set(parentId, [...(children.get(parentId) ?? []), nodeId]);
  }
  const open = [...deleted];
  for (let nodeId = open.pop(); nodeId !== undefined; nodeId = open.pop()) {
    for (const child of children.get(nodeId) ?? []) {
      if (gone.has(child) || placed.has(child)) continue;
      gone.add(child);
      open.push(child);
    }
  }
  return gone;
}
