import { validateDocument } from '@cam-nang/content';
import type { decideConflict, InputOf } from '@cam-nang/contracts';
import {
  DomainError,
  sameTriple,
  type Choice,
  type ConflictValue,
  type NodeConflict,
  type RichNode,
} from '@cam-nang/domain';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  InvalidRequest,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DecisionStore } from '../persistence/decision-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { checkedContent } from '../policies/content/check-content.js';
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

/** A decision that this conflict can have, with words of one's own in the form in which they are kept. */
function checkedDecision(
  { subject, base }: NodeConflict,
  decision: Body['decision'],
): Choice<ConflictValue> {
  if (decision.choice === 'ours' || decision.choice === 'theirs') return decision;
  if (subject.kind === 'structure') throw refused('decision.choice', 'not_possible');
  if (decision.choice === 'both') {
    if (subject.kind !== 'block') throw refused('decision.choice', 'not_possible');
    return decision;
  }
  const { written } = decision;
  if (subject.kind === 'block') return { choice: 'written', written: checkedBlocks(written) };
  if (subject.kind === 'question') return { choice: 'written', written: checkedQuestion(written) };
  return { choice: 'written', written: checkedField(written, base) };
}

function checkedBlocks(written: unknown): readonly RichNode[] {
  const checked = validateDocument({ type: 'doc', content: written }, 'lesson');
  if (checked.ok) return checked.document.content;
  const fields = checked.errors.map(({ path, code, params }) => ({
    path: `decision.written${path.replace(/^\/content/, '').replaceAll('/', '.')}`,
    code,
    message: code,
    params,
  }));
  throw new InvalidRequest(fields, 'curriculum.document_invalid');
}

function checkedQuestion(written: unknown): ConflictValue {
  const meta = (written as { readonly meta?: unknown } | null)?.meta;
  const content = checkedContent('question', { title: '', meta, document: null }, null);
  return { title: content.title, meta: content.meta } as unknown as ConflictValue;
}

/** A setting stays of its kind; whether the whole is sound is checked when the line is taken over. */
function checkedField(written: unknown, base: ConflictValue): ConflictValue {
  const same = typeof written === typeof base && Array.isArray(written) === Array.isArray(base);
  if (written === undefined || !same) throw refused('decision.written', 'wrong_kind');
  return (typeof written === 'string' ? written.normalize('NFC').trim() : written) as ConflictValue;
}

function refused(path: string, code: string): InvalidRequest {
  return new InvalidRequest([{ path, code, message: code }]);
}
