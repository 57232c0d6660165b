import { applyOverlay, DomainError } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore, type ChangeRequestRow } from '../persistence/change-request-store.js';
import { LineStore } from '../persistence/line-store.js';
import { touchedNodes, type Overlay } from '../policies/overlay.js';
import { Overlays } from '../queries/overlays.query.js';

/** Lays a locked request over the head of its line, where that changes nothing that it touches. */
@Injectable()
export class RebaseRequest {
  constructor(
    private readonly lines: LineStore,
    private readonly requests: ChangeRequestStore,
    private readonly overlays: Overlays,
  ) {}

  /**
   * Takes the line's lock and answers the request over the head.
   *
   * @throws DomainError `curriculum.base_moved` with the nodes that both sides changed, or that lost
   *   the place the request gave them
   */
  async run(request: ChangeRequestRow): Promise<Overlay> {
    const line = await this.lines.lock(request.baseLineId);
    const head = line === null ? null : await this.lines.headCommit(line.id);
    if (head === null) throw new DomainError('resource.not_found');
    const overlay = await this.overlays.load(request);
    if (head.seq === request.baseSeq) return overlay;
    const theirs = await this.lines.changedBetween(head.lineId, request.baseSeq, head.seq);
    const ours = touchedNodes(overlay);
    basesMoved(
      overlay,
      theirs.filter((nodeId) => ours.has(nodeId)),
    );
    const rebased = { ...request, baseCommitId: head.commitId, baseSeq: head.seq };
    const result = await this.overlays.load(rebased);
    basesMoved(overlay, unplaced(result));
    await this.requests.rebase(request.id, head.commitId);
    return result;
  }
}

/** Nodes that stand under something that is not there any more. */
function unplaced({ base, effective, result }: Overlay): string[] {
  const rows = applyOverlay(base.nodes, effective);
  return rows.map(({ nodeId }) => nodeId).filter((nodeId) => !result.byId.has(nodeId));
}

/**
 * Refuses a request whose ground is another by now at some nodes.
 *
 * @throws DomainError `curriculum.base_moved` naming them
 */
export function basesMoved({ base, result }: Overlay, nodeIds: readonly string[]): void {
  if (nodeIds.length === 0) return;
  const nodes = nodeIds.map((nodeId) => {
    const node = result.byId.get(nodeId) ?? base.byId.get(nodeId);
    return { nodeId, label: node?.label ?? '', title: node?.title ?? '' };
  });
  throw new DomainError('curriculum.base_moved', { nodes });
}
