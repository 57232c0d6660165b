import { DomainError } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ReviewStore } from '../persistence/review-store.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { RequestAccess } from '../queries/request-access.query.js';
import { Overlays } from '../queries/overlays.query.js';
import { JudgeRequest } from './judge-request.js';

/** Gives a request up: its author's right, or that of whoever may merge. Its text stays readable. */
@Injectable()
export class AbandonChangeRequest {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly courseAccess: CourseAccess,
    private readonly overlays: Overlays,
    private readonly judge: JudgeRequest,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`, `change_request.wrong_state` */
  run(actor: Actor, requestId: string, reason: string): Promise<void> {
    return this.database.run(async () => {
      const { request, course } = await this.access.lock(actor, 'curriculum.edit', requestId);
      const by = actor.accountId;
      const merges = await this.courseAccess.reaches(actor, 'change-request.merge', course);
      if (request.authorId !== by && !merges) throw new DomainError('permission.denied');
      const overlay = await this.overlays.load(request);
      const judgement = await this.judge.decide(overlay, { kind: 'abandon', by });
      const at = this.clock.now();
      await this.judge.keep(overlay, judgement, { at });
      const payload = { reason };
      await this.reviews.record({ requestId, event: 'abandoned', actorId: by, at, payload });
      await this.audit.record({
        action: 'change-request.abandon',
        subject: { kind: 'change-request', id: requestId },
      });
    });
  }
}
