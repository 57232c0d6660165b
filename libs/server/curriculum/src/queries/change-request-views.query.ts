import type { readChangeRequest, ResponseOf } from '@cam-nang/contracts';
import { changedSince, currentReviews, diffTrees, editionLabel } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore, type ChangeRequestRow } from '../persistence/change-request-store.js';
import { CommentStore, type ThreadCounts } from '../persistence/comment-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore, type LineRow } from '../persistence/line-store.js';
import { ReviewStore, type ReviewRow } from '../persistence/review-store.js';
import type { Overlay } from '../policies/overlay.js';
import { errataFirstChecks } from '../policies/follow-up-checks.js';
import { requestChecks, threadChecks } from '../policies/request-checks.js';
import { OPEN_STATES, REQUIRED_APPROVALS, requestFacts } from '../policies/request-facts.js';
import { groundOf, standsElsewhere } from '../policies/request-ground.js';
import { EditionViews } from './edition-views.query.js';
import { Overlays } from './overlays.query.js';
import { RequestPermissions } from './request-permissions.query.js';
import { StrandedCorrections } from './stranded-corrections.query.js';

/** A change request as screens show it. */
export type ChangeRequestView = ResponseOf<typeof readChangeRequest>;

/** Facts that the requests of one course share. */
interface Shared {
  readonly reviews: readonly ReviewRow[];
  readonly editors: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly editions: readonly EditionRow[];
  readonly lines: ReadonlyMap<string, LineRow>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly threads: ReadonlyMap<string, ThreadCounts>;
}

/** Change requests with their checks, verdicts and what the person may do with them. */
@Injectable()
export class ChangeRequestViews {
  constructor(
    private readonly overlays: Overlays,
    private readonly reviews: ReviewStore,
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly requestRows: ChangeRequestStore,
    private readonly editionViews: EditionViews,
    private readonly permissions: RequestPermissions,
    private readonly stranded: StrandedCorrections,
    private readonly accounts: Accounts,
    private readonly comments: CommentStore,
  ) {}

  async ofOne(
    actor: Actor,
    course: CourseRow,
    request: ChangeRequestRow,
  ): Promise<ChangeRequestView> {
    const [view] = await this.of(actor, course, [request]);
    if (view === undefined) throw new Error('one request, one view');
    return view;
  }

  async of(
    actor: Actor,
    course: CourseRow,
    requests: readonly ChangeRequestRow[],
  ): Promise<ChangeRequestView[]> {
    const shared = await this.shared(course, requests);
    const views: ChangeRequestView[] = [];
    for (const request of requests) {
      const overlay = await this.overlays.load(request);
      views.push(await this.view(actor, course, overlay, shared));
    }
    return views;
  }

  private async shared(course: CourseRow, requests: readonly ChangeRequestRow[]): Promise<Shared> {
    const ids = requests.map((request) => request.id);
    const lines = await this.lines.ofCurriculum(course.curriculumId);
    const reviews = await this.reviews.ofRequests(ids);
    const people = [
      ...requests.map((request) => request.authorId),
      ...reviews.map((review) => review.reviewerId),
    ];
    return {
      reviews,
      editors: await this.reviews.editors(ids),
      names: await this.accounts.names([...new Set(people)]),
      editions: await this.editions.ofCurricula([course.curriculumId]),
      threads: await this.comments.openCounts(ids),
      lines: new Map(lines.map((line) => [line.id, line])),
      numbers: await this.requestRows.numbers(requests.flatMap(({ followsId }) => followsId ?? [])),
    };
  }

  private async view(
    actor: Actor,
    course: CourseRow,
    overlay: Overlay,
    shared: Shared,
  ): Promise<ChangeRequestView> {
    const { request } = overlay;
    const open = OPEN_STATES.has(request.state);
    const { id, number, title, reason, kind, state } = request;
    const editors = shared.editors.get(id) ?? [];
    const line = shared.lines.get(request.baseLineId);
    const threads = shared.threads.get(id) ?? { open: 0, blocking: 0 };
    return {
      ...{ id, number, courseId: course.id, title, reason, kind, state },
      author: shared.names.get(request.authorId) ?? '',
      createdAt: request.createdAt.toISOString(),
      updatedAt: request.updatedAt.toISOString(),
      baseEdition: await this.editionViews.ofMaybe(baseEdition(request, shared)),
      corrects: line?.kind === 'maintenance',
      follows: followed(request, shared),
      ...groundView(request, shared),
      overlayHash: overlay.hash,
      changes: changeCounts(overlay),
      reviews: reviewViews(overlay, shared),
      approvals: approvals(overlay, shared, editors),
      threads,
      checks: open
        ? [
            ...requestChecks(overlay, await this.overlays.refusals(overlay)),
            ...threadChecks(threads),
            ...errataFirstChecks(await this.strandedBy(overlay, shared)),
          ]
        : [],
      allowed: await this.permissions.of(actor, course, { request, editors }),
    };
  }

  private strandedBy(overlay: Overlay, { editions, lines }: Shared) {
    return this.stranded.of(overlay, { editions, lines: [...lines.values()] });
  }
}

/** Whether the request stands on the newest text that it can be merged into, and where that is now. */
function groundView(
  request: ChangeRequestRow,
  { editions, lines }: Shared,
): Pick<ChangeRequestView, 'outdated' | 'movesTo'> {
  if (!OPEN_STATES.has(request.state)) return { outdated: false, movesTo: null };
  const ground = groundOf(request, editions, [...lines.values()]);
  const { moved } = ground;
  return {
    outdated: standsElsewhere(request, ground),
    movesTo: moved === null ? null : editionLabel(moved),
  };
}

/** The latest edition that the request's base contains; on a line of errata at least what it was forked from. */
function baseEdition(request: ChangeRequestRow, { editions, lines }: Shared): EditionRow | null {
  const issued = editions.filter(({ state }) => state === 'issued');
  const forked = lines.get(request.baseLineId)?.forkedFromCommitId ?? null;
  const contained = issued.find(
    ({ lineId, seq }) => lineId === request.baseLineId && seq <= request.baseSeq,
  );
  return contained ?? issued.find(({ commitId }) => commitId === forked) ?? null;
}

function followed({ followsId }: ChangeRequestRow, { numbers }: Shared) {
  const number = followsId === null ? undefined : numbers.get(followsId);
  return followsId === null || number === undefined ? null : { id: followsId, number };
}

function changeCounts(overlay: Overlay): ChangeRequestView['changes'] {
  const { counts } = diffTrees(overlay.base.nodes, overlay.result.nodes);
  const words = overlay.effective.map(({ nodeId, revisionId }) =>
    revisionId === null ? 0 : (overlay.drafts.get(nodeId)?.changedWords ?? 0),
  );
  return {
    added: counts.added,
    removed: counts.removed,
    moved: counts.moved,
    changed: counts.contentChanged,
    words: words.reduce((sum, count) => sum + count, 0),
  };
}

/** Counted by the rule that opens the merge: each reviewer's latest verdict on what stands now. */
function approvals(
  overlay: Overlay,
  { reviews }: Shared,
  editors: readonly string[],
): ChangeRequestView['approvals'] {
  const own = reviews.filter(({ requestId }) => requestId === overlay.request.id);
  const facts = requestFacts(overlay, own, editors);
  const given = currentReviews(facts).filter(
    ({ verdict, reviewerId }) => verdict === 'approve' && !facts.authorIds.includes(reviewerId),
  );
  return { needed: REQUIRED_APPROVALS, given: given.length };
}

function reviewViews(overlay: Overlay, shared: Shared): ChangeRequestView['reviews'] {
  const own = shared.reviews.filter(({ requestId }) => requestId === overlay.request.id);
  const now = { overlayHash: overlay.hash, kind: overlay.request.kind };
  return own.map(({ reviewerId, verdict, comment, at, overlayHash, requestKind }) => ({
    reviewerId,
    reviewer: shared.names.get(reviewerId) ?? '',
    verdict,
    comment,
    at: at.toISOString(),
    overlayHash,
    requestKind,
    current: changedSince(now, { overlayHash, requestKind }).length === 0,
  }));
}
