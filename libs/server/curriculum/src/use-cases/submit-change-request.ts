import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ReviewStore } from '../persistence/review-store.js';
import { RequestAccess } from '../queries/request-access.query.js';
import { Overlays } from '../queries/overlays.query.js';
import { CheckpointDrafts } from './checkpoint-drafts.js';
import { JudgeRequest } from './judge-request.js';

/** Sends a change request to review: its texts become revisions, its hash is what reviews are about. */
@Injectable()
export class SubmitChangeRequest {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly overlays: Overlays,
    private readonly judge: JudgeRequest,
    private readonly checkpoint: CheckpointDrafts,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `change_request.wrong_state`, `curriculum.nothing_changed`,
   *   `curriculum.hours_do_not_add_up`, `curriculum.structure_invalid` with the failed checks
   */
  run(actor: Actor, requestId: string): Promise<void> {
    return this.database.run(async () => {
      const { request } = await this.access.lock(actor, 'change-request.submit', requestId);
      const overlay = await this.overlays.load(request);
      const by = actor.accountId;
      const judgement = await this.judge.decide(overlay, { kind: 'submit', by });
      await this.checkpoint.run(overlay);
      const at = this.clock.now();
      await this.judge.keep(overlay, judgement, { at });
      const payload = { overlayHash: overlay.hash };
      await this.reviews.record({ requestId, event: 'submitted', actorId: by, at, payload });
      await this.audit.record({
        action: 'change-request.submit',
        subject: { kind: 'change-request', id: requestId },
        details: payload,
      });
    });
  }
}
