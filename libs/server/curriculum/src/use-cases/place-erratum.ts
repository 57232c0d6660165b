import { DomainError } from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore, type ChangeRequestRow } from '../persistence/change-request-store.js';
import { CommitStore } from '../persistence/commit-store.js';
import { LineStore, type LineRow } from '../persistence/line-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { touchedNodes } from '../policies/overlay.js';
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
   * @throws DomainError `curriculum.base_moved` with the nodes whose text on the main line was another already
   *   than in the edition: the writer brings the request up to that line, as with a line that went on
   */
  async run(request: ChangeRequestRow, by: string): Promise<ChangeRequestRow> {
    const lineId = await this.forks.forMoved(request);
    if (lineId === null) return request;
    const line = await this.lines.byId(lineId);
    if (line === null) throw new DomainError('resource.not_found');
    await this.refuseOtherTexts(request, line);
    return this.lay(request, line, by);
  }

  /** Its words are over the main line's: they fit where that said what the line of errata began with. */
  private async refuseOtherTexts(request: ChangeRequestRow, line: LineRow): Promise<void> {
    const parted = await this.parted(line);
    const { baseLineId, baseSeq } = request;
    const [from, to] = [Math.min(parted, baseSeq), Math.max(parted, baseSeq)];
    const overlay = await this.overlays.load(request);
    const ours = touchedNodes(overlay);
    const other = await this.lines.changedBetween(baseLineId, from, to);
    basesMoved(
      overlay,
      other.filter((nodeId) => ours.has(nodeId)),
    );
  }

  private async parted({ forkedFromCommitId }: LineRow): Promise<number> {
    const place = forkedFromCommitId === null ? null : await this.lines.place(forkedFromCommitId);
    return place?.seq ?? 0;
  }

  private async lay(
    request: ChangeRequestRow,
    line: LineRow,
    by: string,
  ): Promise<ChangeRequestRow> {
    const beginning = await this.commits.at(line.id, 1);
    if (beginning === null) throw new DomainError('resource.not_found');
    await this.requests.rebase(request.id, beginning.id);
    await this.reviews.record({
      ...{ requestId: request.id, event: 'rebased', actorId: by, at: this.clock.now() },
      payload: { fromSeq: request.baseSeq, toSeq: beginning.seq, lineId: line.id },
    });
    const { id: baseLineId } = line;
    return { ...request, baseCommitId: beginning.id, baseLineId, baseSeq: beginning.seq };
  }
}
