import { DomainError } from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore, type ChangeRequestRow } from '../persistence/change-request-store.js';
import { CommitStore } from '../persistence/commit-store.js';
import { LineStore, type LineNode, type LineRow } from '../persistence/line-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { touchedNodes, type Overlay } from '../policies/overlay.js';
import { Overlays } from '../queries/overlays.query.js';
import { ForkLine } from './fork-line.js';
import { basesMoved } from './rebase-request.js';

/**
 * Lays an erratum that was begun on the main line over the line on which its edition is corrected by now: others
 * merged something there meanwhile, or the main line went on. Left where it began, no erratum would be made of it.
 */
@Injectable()
export class PlaceErratum {
  constructor(
    private readonly lines: LineStore,
    private readonly commits: CommitStore,
    private readonly forks: ForkLine,
    private readonly requests: ChangeRequestStore,
    private readonly reviews: ReviewStore,
    private readonly overlays: Overlays,
    private readonly clock: Clock,
  ) {}

  /**
   * The request where it belongs; the same for what stands there already. The curriculum must be locked.
   *
   * @throws DomainError `curriculum.base_moved` with the nodes whose text the line never had as the request found it on
   *   the main line: the writer brings the request up to that line, as with a line that went on
   */
  async run(request: ChangeRequestRow, by: string): Promise<ChangeRequestRow> {
    const lineId = await this.forks.forMoved(request);
    if (lineId === null) return request;
    const line = await this.lines.byId(lineId);
    if (line === null) throw new DomainError('resource.not_found');
    return this.lay(request, { line, seq: await this.fittingPlace(request, line), by });
  }

  /**
   * The newest place of the line where everything that the request touches says what the request was written on. A
   * correction that came below it on the main line came along, so that it fits after that, not where the line begins.
   */
  private async fittingPlace(request: ChangeRequestRow, line: LineRow): Promise<number> {
    const overlay = await this.overlays.load(request);
    let others: readonly string[] = [];
    for (let seq = line.headSeq; seq > 0; seq -= 1) {
      others = otherThan(overlay, await this.lines.asOf(line.id, seq));
      if (others.length === 0) return seq;
    }
    basesMoved(overlay, others);
    throw new DomainError('resource.not_found');
  }

  private async lay(
    request: ChangeRequestRow,
    { line, seq, by }: { line: LineRow; seq: number; by: string },
  ): Promise<ChangeRequestRow> {
    const place = await this.commits.at(line.id, seq);
    if (place === null) throw new DomainError('resource.not_found');
    await this.requests.rebase(request.id, place.id);
    await this.reviews.record({
      ...{ requestId: request.id, event: 'rebased', actorId: by, at: this.clock.now() },
      payload: { fromSeq: request.baseSeq, toSeq: seq, lineId: line.id },
    });
    const { id: baseLineId } = line;
    return { ...request, baseCommitId: place.id, baseLineId, baseSeq: seq };
  }
}

/** What a request touches and what stands elsewhere, or says something else, than where it was written. */
function otherThan(overlay: Overlay, rows: readonly LineNode[]): readonly string[] {
  const there = new Map(rows.map((row) => [row.nodeId, row]));
  return [...touchedNodes(overlay)].filter((nodeId) => {
    const [begun, now] = [overlay.base.byId.get(nodeId), there.get(nodeId)];
    const isThere = begun?.parentId === now?.parentId && begun?.rank === now?.rank;
    return !isThere || begun?.contentHash !== now?.contentHash;
  });
}
