import {
  afterEvents,
  decideChangeRequest,
  DomainError,
  type ChangeRequestCommand,
  type ChangeRequestEvent,
} from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import {
  ChangeRequestStore,
  type ChangeRequestState,
} from '../persistence/change-request-store.js';
import { CommentStore } from '../persistence/comment-store.js';
import { LineStore } from '../persistence/line-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import type { Overlay } from '../policies/overlay.js';
import { requestChecks } from '../policies/request-checks.js';
import { requestContext, requestFacts } from '../policies/request-facts.js';
import { Overlays } from '../queries/overlays.query.js';

/** What a command led to. */
export interface Judgement {
  readonly events: readonly ChangeRequestEvent[];
  readonly state: ChangeRequestState;
}

/** Puts a command on a locked request before the rules of work, and keeps the state they lead to. */
@Injectable()
export class JudgeRequest {
  constructor(
    private readonly requests: ChangeRequestStore,
    private readonly reviews: ReviewStore,
    private readonly lines: LineStore,
    private readonly comments: CommentStore,
    private readonly overlays: Overlays,
  ) {}

  /**
   * Decides. Write `keep` after everything that the events stand for is written.
   *
   * @throws DomainError with the code of the refusal
   */
  async decide(overlay: Overlay, command: ChangeRequestCommand): Promise<Judgement> {
    const { request } = overlay;
    const reviews = await this.reviews.ofRequests([request.id]);
    const editors = (await this.reviews.editors([request.id])).get(request.id) ?? [];
    const line = await this.lines.byId(request.baseLineId);
    const checks = requestChecks(overlay, await this.overlays.refusals(overlay));
    const facts = requestFacts(overlay, reviews, editors);
    const threads = (await this.comments.openCounts([request.id])).get(request.id);
    const context = {
      ...requestContext(overlay, checks, line?.headSeq ?? 0),
      openBlockingThreads: threads?.blocking ?? 0,
    };
    const decision = decideChangeRequest(facts, command, context);
    if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
    return { events: decision.value, state: afterEvents(facts, decision.value).state };
  }

  /** Keeps the state with the hash of what it is about. */
  async keep(
    overlay: Overlay,
    { state }: Judgement,
    change: { readonly at: Date; readonly mergedCommitId?: string },
  ): Promise<void> {
    await this.requests.setState(overlay.request.id, {
      state,
      overlayHash: overlay.hash,
      ...change,
    });
  }
}
