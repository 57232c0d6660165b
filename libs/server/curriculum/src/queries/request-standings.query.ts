import { diffTrees, type OverlayItem } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import { DraftStore, type DraftHead } from '../persistence/draft-store.js';
import { OverlayStore, type OverlayItemRow } from '../persistence/overlay-store.js';
import { VersionStore } from '../persistence/version-store.js';
import { groupBy } from '../policies/group-by.js';
import { standingOf, type Overlay } from '../policies/overlay.js';
import { Overlays } from './overlays.query.js';

/** How much a request changes. */
export interface RequestChanges {
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly changed: number;
  readonly words: number;
}

/** A request with the hash of what it changes, and how much that is. */
export interface RequestStanding {
  readonly request: ChangeRequestRow;
  readonly hash: string;
  readonly changes: RequestChanges;
}

/** Figures of the tree kept in memory. */
const MOST_KEPT = 2000;

type TreeChanges = Omit<RequestChanges, 'words'>;

/** How requests stand, for lists: no text is read, and no whole curriculum where only texts change. */
@Injectable()
export class RequestStandings {
  /** By base and hash, which together say all of it. */
  readonly #kept = new Map<string, TreeChanges>();

  constructor(
    private readonly overlays: Overlays,
    private readonly overlayRows: OverlayStore,
    private readonly drafts: DraftStore,
    private readonly versions: VersionStore,
  ) {}

  /** In the order given; three questions to the database, however many requests. */
  async of(requests: readonly ChangeRequestRow[]): Promise<RequestStanding[]> {
    const ids = requests.map(({ id }) => id);
    const items = await this.overlayRows.itemsOf(ids);
    const heads = await this.drafts.headsOfAll(ids);
    const bases = await this.bases(requests, items);
    const standings: RequestStanding[] = [];
    for (const request of requests) {
      const parts = {
        request,
        items: items.get(request.id) ?? [],
        drafts: new Map((heads.get(request.id) ?? []).map((head) => [head.nodeId, head])),
        base: bases.get(baseKey(request)) ?? new Map<string, never>(),
      };
      const { effective, hash } = standingOf(parts);
      const inTree = textsOnly(effective, parts.base) ?? (await this.treeChanges(request, hash));
      standings.push({
        request,
        hash,
        changes: { ...inTree, words: changedWords(effective, parts.drafts) },
      });
    }
    return standings;
  }

  /** What the requests touch, as it stands in their bases. */
  private async bases(
    requests: readonly ChangeRequestRow[],
    items: ReadonlyMap<string, readonly OverlayItemRow[]>,
  ) {
    const wanted = requests.flatMap(({ id, baseLineId, baseSeq }) =>
      (items.get(id) ?? []).map(({ nodeId }) => ({ lineId: baseLineId, seq: baseSeq, nodeId })),
    );
    const distinct = new Map(wanted.map((one) => [Object.values(one).join(' '), one]));
    const rows = await this.versions.nodesAt([...distinct.values()]);
    const byBase = groupBy(rows, ({ lineId, seq }) => `${lineId} ${seq}`);
    return new Map(
      [...byBase].map(([base, nodes]) => [base, new Map(nodes.map((node) => [node.nodeId, node]))]),
    );
  }

  /** What was moved, and what went with a node that was taken out, only the whole tree can tell. */
  private async treeChanges(request: ChangeRequestRow, hash: string): Promise<TreeChanges> {
    const key = `${baseKey(request)} ${hash}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const overlay = await this.overlays.load(request);
    const { words: _words, ...changes } = overlayChangeCounts(overlay);
    // Read a moment later than the hash: kept only where it is still of the same.
    if (overlay.hash === hash) this.remember(key, changes);
    return changes;
  }

  private remember(key: string, changes: TreeChanges): void {
    this.#kept.set(key, changes);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return;
      this.#kept.delete(oldest);
    }
  }
}

/** How much a request changes that was laid over its whole base. */
export function overlayChangeCounts(overlay: Overlay): RequestChanges {
  const { counts } = diffTrees(overlay.base.nodes, overlay.result.nodes);
  return {
    added: counts.added,
    removed: counts.removed,
    moved: counts.moved,
    changed: counts.contentChanged,
    words: changedWords(overlay.effective, overlay.drafts),
  };
}

function baseKey({ baseLineId, baseSeq }: ChangeRequestRow): string {
  return `${baseLineId} ${baseSeq}`;
}

/** The figures of a request that leaves everything in its place; null for any other. */
function textsOnly(
  effective: readonly OverlayItem[],
  base: ReadonlyMap<string, unknown>,
): TreeChanges | null {
  const inPlace = effective.every(
    ({ nodeId, deleted, placement }) => !deleted && placement === null && base.has(nodeId),
  );
  return inPlace ? { added: 0, removed: 0, moved: 0, changed: effective.length } : null;
}

function changedWords(
  effective: readonly OverlayItem[],
  drafts: ReadonlyMap<string, Pick<DraftHead, 'changedWords'>>,
): number {
  const words = effective.map(({ nodeId, revisionId }) =>
    revisionId === null ? 0 : (drafts.get(nodeId)?.changedWords ?? 0),
  );
  return words.reduce((sum, count) => sum + count, 0);
}
