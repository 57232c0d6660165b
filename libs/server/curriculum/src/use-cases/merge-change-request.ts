import { DomainError, overlayChanges, type MemberChange, type OverlayItem } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { EditionStore } from '../persistence/edition-store.js';
import { CommentStore } from '../persistence/comment-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import type { Overlay } from '../policies/overlay.js';
import { RequestAccess } from '../queries/request-access.query.js';
import type { LineChange } from '../policies/sound-commit.js';
import { CheckpointDrafts } from './checkpoint-drafts.js';
import { CommitToLine, type Committed } from './commit-to-line.js';
import { FollowOnMain } from './follow-on-main.js';
import { JudgeRequest } from './judge-request.js';
import { KeepCorrections } from './keep-corrections.js';
import { PlaceErratum } from './place-erratum.js';
import { RebaseRequest } from './rebase-request.js';

/** Writes an approved change request to the line as one commit. */
@Injectable()
export class MergeChangeRequest {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly place: PlaceErratum,
    private readonly rebase: RebaseRequest,
    private readonly judge: JudgeRequest,
    private readonly checkpoint: CheckpointDrafts,
    private readonly commit: CommitToLine,
    private readonly follow: FollowOnMain,
    private readonly corrections: KeepCorrections,
    private readonly editions: EditionStore,
    private readonly reviews: ReviewStore,
    private readonly comments: CommentStore,
    private readonly accounts: Accounts,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `change_request.wrong_state`, `change_request.verdict_outdated`,
   *   `curriculum.base_moved` naming the nodes that others changed too,
   *   `curriculum.hours_do_not_add_up`, `curriculum.structure_invalid`, `change_request.errata_first` for an
   *   amendment while a sealed erratum waits to be issued, and for one that takes back some of what waits
   */
  run(actor: Actor, requestId: string): Promise<void> {
    return this.database.run(async () => {
      const locked = await this.access.lock(actor, 'change-request.merge', requestId);
      if (locked.request.state !== 'approved') {
        throw new DomainError('change_request.wrong_state', { state: locked.request.state });
      }
      // Before the line's lock, as whoever prepares an edition takes them.
      await this.editions.lockCurriculum(locked.request.curriculumId);
      const by = actor.accountId;
      const request = await this.place.run(locked.request, by);
      const overlay = await this.rebase.run(request);
      const judgement = await this.judge.decide(overlay, { kind: 'merge', by });
      await this.corrections.run(overlay);
      const committed = await this.write(overlay);
      const at = this.clock.now();
      await this.judge.keep(overlay, judgement, { at, mergedCommitId: committed.commitId });
      await this.follow.run(request);
      const payload = { commitId: committed.commitId, overlayHash: overlay.hash };
      await this.reviews.record({ requestId, event: 'merged', actorId: by, at, payload });
      await this.audit.record({
        action: 'change-request.merge',
        subject: { kind: 'change-request', id: requestId },
        details: payload,
      });
    });
  }

  private async write(overlay: Overlay): Promise<Committed> {
    const { request, base, effective } = overlay;
    const revisions = await this.checkpoint.run(overlay);
    const items = effective.map((item): OverlayItem => ({
      ...item,
      revisionId: item.revisionId === null ? null : (revisions.get(item.nodeId) ?? null),
    }));
    const rows = base.nodes.map(({ nodeId, parentId, rank, revisionId }) => ({
      nodeId,
      parentId,
      rank,
      revisionId,
    }));
    const proposers = await this.proposers(request.id);
    return this.commit.run({
      lineId: request.baseLineId,
      onHead: request.baseSeq,
      kind: request.kind === 'erratum' ? 'erratum' : 'merge',
      requestId: request.id,
      message: `#${request.number} ${request.title}`,
      authorId: request.authorId,
      changes: overlayChanges(rows, items).map((change) => ({
        ...explained(overlay, change),
        ...proposers.get(change.nodeId),
      })),
    });
  }

  /** Names of those whose wording was taken over, by node: the comparison table credits them. */
  private async proposers(
    requestId: string,
  ): Promise<ReadonlyMap<string, Pick<LineChange, 'proposedBy'>>> {
    const people = await this.comments.proposers(requestId);
    const names = await this.accounts.names([...new Set([...people.values()].flat())]);
    return new Map(
      [...people].map(([nodeId, ids]) => [
        nodeId,
        { proposedBy: ids.flatMap((id) => names.get(id) ?? []).join(', ') },
      ]),
    );
  }
}

/** A change with what its author said about it; inside a deleted node, what was said of that one. */
function explained({ items }: Overlay, change: MemberChange): LineChange {
  const item = items.get(change.nodeId);
  if (item === undefined) return change;
  return {
    ...change,
    restudy: item.restudy,
    ...(item.changeClass !== null && { changeClass: item.changeClass }),
    ...(item.reason !== '' && { reason: item.reason }),
  };
}
