import type { InputOf, reviewChangeRequest } from '@cam-nang/contracts';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ReviewStore } from '../persistence/review-store.js';
import { RequestAccess } from '../queries/request-access.query.js';
import { Overlays } from '../queries/overlays.query.js';
import { JudgeRequest } from './judge-request.js';
import { KeepJudged } from './keep-judged.js';

/** Gives a verdict on exactly what was seen. */
@Injectable()
export class ReviewChangeRequest {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly overlays: Overlays,
    private readonly judge: JudgeRequest,
    private readonly keepJudged: KeepJudged,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `change_request.wrong_state`, `change_request.verdict_outdated` when the
   *   request changed since or became an amendment, `permission.same_person` for whoever wrote in it
   */
  run(
    actor: Actor,
    requestId: string,
    body: InputOf<typeof reviewChangeRequest>['body'],
  ): Promise<void> {
    return this.database.run(async () => {
      const { request } = await this.access.lock(actor, 'change-request.review', requestId);
      const overlay = await this.overlays.load(request);
      const by = actor.accountId;
      const judgement = await this.judge.decide(overlay, { kind: 'review', by, ...body });
      const at = this.clock.now();
      const { verdict, overlayHash, requestKind, comment } = body;
      await this.keepJudged.run(overlay);
      await this.reviews.insert({
        requestId,
        reviewerId: by,
        verdict,
        overlayHash,
        comment,
        at,
      });
      await this.judge.keep(overlay, judgement, { at });
      const payload = { verdict, overlayHash, requestKind };
      await this.reviews.record({ requestId, event: 'reviewed', actorId: by, at, payload });
      await this.audit.record({
        action: 'change-request.review',
        subject: { kind: 'change-request', id: requestId },
        details: payload,
      });
    });
  }
}
