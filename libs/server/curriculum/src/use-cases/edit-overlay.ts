import { afterEvents, decideChangeRequest, DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import type { OverlayEdit } from '../persistence/overlay-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import type { Overlay } from '../policies/overlay.js';
import { RequestAccess, type ReachedRequest } from '../queries/request-access.query.js';
import { OPEN_STATES, requestContext, requestFacts } from '../policies/request-facts.js';
import { Overlays } from '../queries/overlays.query.js';

/** What one edit may look at and has to sign with. */
export interface Editing extends ReachedRequest {
  readonly overlay: Overlay;
  readonly edit: OverlayEdit;
}

/** One edit of a change request after another: under its lock, with what it does to verdicts. */
@Injectable()
export class EditOverlay {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly requests: ChangeRequestStore,
    private readonly reviews: ReviewStore,
    private readonly overlays: Overlays,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` on the request. If it changes what verdicts were about they no longer count, and an
   * approved request goes back to review.
   *
   * @throws DomainError `resource.not_found`, `change_request.wrong_state`, and what `work` throws
   */
  run<T>(actor: Actor, requestId: string, work: (editing: Editing) => Promise<T>): Promise<T> {
    return this.database.run(async () => {
      const reached = await this.access.lock(actor, 'curriculum.edit', requestId);
      const { request } = reached;
      if (!OPEN_STATES.has(request.state)) {
        throw new DomainError('change_request.wrong_state', { state: request.state });
      }
      const overlay = await this.overlays.load(request);
      const edit = { requestId, at: this.clock.now(), by: actor.accountId };
      const result = await work({ ...reached, overlay, edit });
      await this.settle(overlay, edit);
      return result;
    });
  }

  private async settle(before: Overlay, edit: OverlayEdit): Promise<void> {
    const { requestId, at, by } = edit;
    // Read anew: what was done may have laid it over another commit, or made it another kind.
    const request = await this.requests.byId(requestId);
    const after = await this.overlays.load(request ?? before.request);
    const reviews = await this.reviews.ofRequests([requestId]);
    const editors = (await this.reviews.editors([requestId])).get(requestId) ?? [];
    const facts = requestFacts(before, reviews, editors);
    const requestKind = after.request.kind;
    const command = { kind: 'edit' as const, by, overlayHash: after.hash, requestKind };
    const context = requestContext(after, [], before.request.baseSeq);
    const decision = decideChangeRequest(facts, command, context);
    if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
    await this.reviews.recordEditor(requestId, by, at);
    await this.requests.touch(requestId, at);
    for (const event of decision.value) {
      if (event.kind !== 'reviews_dismissed') continue;
      const payload = { reviewers: event.reviewerIds };
      await this.reviews.record({ requestId, event: 'dismissed', actorId: by, at, payload });
    }
    const { state } = afterEvents(facts, decision.value);
    if (state === before.request.state) return;
    await this.requests.setState(requestId, { state, overlayHash: after.hash, at });
  }
}
