import type { decideConflict, InputOf } from '@cam-nang/contracts';
import { DomainError, sameTriple, type NodeConflict } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DecisionStore } from '../persistence/decision-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { checkedDecision } from '../policies/checked-decision.js';
import { OPEN_STATES } from '../policies/request-facts.js';
import { allConflicts } from '../queries/conflict-views.query.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { RequestAccess, type ReachedRequest } from '../queries/request-access.query.js';
import { TrialMerges } from '../queries/trial-merges.query.js';

type Body = InputOf<typeof decideConflict>['body'];

/** Keeps what somebody decided about a conflict; nothing is merged yet. */
@Injectable()
export class DecideConflict {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly courses: CourseAccess,
    private readonly trials: TrialMerges,
    private readonly decisions: DecisionStore,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `curriculum.conflict_changed` when one of the three texts is not the one that was
   *   seen; `request.invalid` for a choice that this conflict does not have; `curriculum.document_invalid`
   *   and `curriculum.question_invalid` for words of one's own
   */
  run(actor: Actor, requestId: string, body: Body): Promise<void> {
    return this.database.run(async () => {
      const reached = await this.access.lock(actor, 'curriculum.edit', requestId);
      const { request } = reached;
      if (!OPEN_STATES.has(request.state)) {
        throw new DomainError('change_request.wrong_state', { state: request.state });
      }
      const trial = await this.trials.of(request);
      const conflict = allConflicts(trial).find(
        ({ id, triple }) => id === body.conflictId && sameTriple(triple, body.triple),
      );
      if (conflict === undefined) throw new DomainError('curriculum.conflict_changed');
      await this.demandQuestions(actor, reached, conflict);
      const { id, triple, nodeId } = conflict;
      const decision = checkedDecision(conflict, body.decision);
      const decidedBy = actor.accountId;
      const decidedAt = this.clock.now();
      await this.decisions.put(requestId, { id, triple, decision, decidedBy, decidedAt });
      // Who decides writes in the request, whoever takes the line over afterwards: no verdict on it (law 8).
      await this.reviews.recordEditor(requestId, decidedBy, decidedAt);
      await this.audit.record({
        action: 'change-request.decide-conflict',
        subject: { kind: 'change-request', id: requestId },
        details: { nodeId, about: conflict.subject.kind, choice: decision.choice },
      });
    });
  }

  private async demandQuestions(
    actor: Actor,
    { course }: ReachedRequest,
    { subject }: NodeConflict,
  ): Promise<void> {
    if (subject.kind !== 'question') return;
    if (await this.courses.reaches(actor, 'question.edit', course)) return;
    throw new DomainError('resource.not_found');
  }
}
