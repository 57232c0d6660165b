import type { listChangeRequests, readChangeRequest, ResponseOf } from '@cam-nang/contracts';
import { changedSince, currentReviews, editionLabel } from '@cam-nang/domain';
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
import type { Stranded } from '../policies/stranded-corrections.js';
import { OPEN_STATES, REQUIRED_APPROVALS, requestFacts } from '../policies/request-facts.js';
import { groundOf, standsElsewhere } from '../policies/request-ground.js';
import type { EditionView } from '../policies/edition-view.js';
import { EditionViews } from './edition-views.query.js';
import { Overlays } from './overlays.query.js';
import {
  allowedWith,
  RequestPermissions,
  type RequestRights,
} from './request-permissions.query.js';
import {
  overlayChangeCounts,
  RequestStandings,
  type RequestStanding,
} from './request-standings.query.js';
import { StrandedCorrections } from './stranded-corrections.query.js';

/** A change request as screens show it. */
export type ChangeRequestView = ResponseOf<typeof readChangeRequest>;

type ListedRequestView = ResponseOf<typeof listChangeRequests>['requests'][number];

/** Facts that the requests of one course share. */
interface Shared {
  readonly rights: RequestRights;
  readonly reviews: readonly ReviewRow[];
  readonly editors: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly editions: readonly EditionRow[];
  readonly lines: ReadonlyMap<string, LineRow>;
  /** Editions that requests are based on, as they are shown. */
  readonly bases: ReadonlyMap<string, EditionView>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly threads: ReadonlyMap<string, ThreadCounts>;
}

/** Change requests with their checks, verdicts and what the person may do with them. */
@Injectable()
export class ChangeRequestViews {
  constructor(
    private readonly overlays: Overlays,
    private readonly standings: RequestStandings,
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
    return this.ofOverlay(actor, course, await this.overlays.load(request));
  }

  /** The same of a request that is laid over its base already. */
  async ofOverlay(actor: Actor, course: CourseRow, overlay: Overlay): Promise<ChangeRequestView> {
    const { request, hash } = overlay;
    const shared = await this.shared(actor, course, [request]);
    const standing = { request, hash, changes: overlayChangeCounts(overlay) };
    return { ...listedView(course, standing, shared), checks: await this.checks(overlay, shared) };
  }

  /** As lists show them: without checks, which need the texts and the whole tree. */
  async list(
    actor: Actor,
    course: CourseRow,
    requests: readonly ChangeRequestRow[],
  ): Promise<ListedRequestView[]> {
    const shared = await this.shared(actor, course, requests);
    const standings = await this.standings.of(requests);
    return standings.map((standing) => listedView(course, standing, shared));
  }

  private async shared(
    actor: Actor,
    course: CourseRow,
    requests: readonly ChangeRequestRow[],
  ): Promise<Shared> {
    const ids = requests.map((request) => request.id);
    const lines = await this.lines.ofCurriculum(course.curriculumId);
    const reviews = await this.reviews.ofRequests(ids);
    const people = [
      ...requests.map((request) => request.authorId),
      ...reviews.map((review) => review.reviewerId),
    ];
    const editions = await this.editions.ofCurricula([course.curriculumId]);
    const known = { editions, lines: new Map(lines.map((line) => [line.id, line])) };
    const bases = requests.flatMap((request) => baseEdition(request, known) ?? []);
    const baseViews = await this.editionViews.of([...new Set(bases)]);
    return {
      ...known,
      rights: await this.permissions.rights(actor, course),
      bases: new Map(baseViews.map((view) => [view.id, view])),
      reviews,
      editors: await this.reviews.editors(ids),
      names: await this.accounts.names([...new Set(people)]),
      threads: await this.comments.openCounts(ids),
      numbers: await this.requestRows.numbers(requests.flatMap(({ followsId }) => followsId ?? [])),
    };
  }

  private async checks(overlay: Overlay, shared: Shared): Promise<ChangeRequestView['checks']> {
    const { request } = overlay;
    if (!OPEN_STATES.has(request.state)) return [];
    return [
      ...requestChecks(overlay, await this.overlays.refusals(overlay)),
      ...threadChecks(threadsOf(request, shared)),
      ...errataFirstChecks(await this.strandedBy(overlay, shared)),
    ];
  }

  private async strandedBy(
    overlay: Overlay,
    { editions, lines }: Shared,
  ): Promise<Stranded | null> {
    const below = await this.stranded.below(overlay, { editions, lines: [...lines.values()] });
    if (below === null || below.hindrance === null) return null;
    return { ...below, hindrance: below.hindrance };
  }
}

function listedView(
  course: CourseRow,
  standing: RequestStanding,
  shared: Shared,
): ListedRequestView {
  const { request } = standing;
  const { id, number, title, reason, kind, state } = request;
  const editors = shared.editors.get(id) ?? [];
  const line = shared.lines.get(request.baseLineId);
  return {
    ...{ id, number, courseId: course.id, title, reason, kind, state },
    author: shared.names.get(request.authorId) ?? '',
    createdAt: request.createdAt.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
    baseEdition: shared.bases.get(baseEdition(request, shared)?.id ?? '') ?? null,
    corrects: line?.kind === 'maintenance',
    follows: followed(request, shared),
    ...groundView(request, shared),
    overlayHash: standing.hash,
    changes: standing.changes,
    reviews: reviewViews(standing, shared),
    approvals: approvals(standing, shared, editors),
    threads: threadsOf(request, shared),
    allowed: allowedWith(shared.rights, { request, editors }),
  };
}

function threadsOf({ id }: ChangeRequestRow, { threads }: Shared): ThreadCounts {
  return threads.get(id) ?? { open: 0, blocking: 0 };
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
function baseEdition(
  request: ChangeRequestRow,
  { editions, lines }: Pick<Shared, 'editions' | 'lines'>,
): EditionRow | null {
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

/** Counted by the rule that opens the merge: each reviewer's latest verdict on what stands now. */
function approvals(
  standing: RequestStanding,
  { reviews }: Shared,
  editors: readonly string[],
): ChangeRequestView['approvals'] {
  const own = reviews.filter(({ requestId }) => requestId === standing.request.id);
  const facts = requestFacts(standing, own, editors);
  const given = currentReviews(facts).filter(
    ({ verdict, reviewerId }) => verdict === 'approve' && !facts.authorIds.includes(reviewerId),
  );
  return { needed: REQUIRED_APPROVALS, given: given.length };
}

function reviewViews(
  { request, hash }: RequestStanding,
  shared: Shared,
): ChangeRequestView['reviews'] {
  const own = shared.reviews.filter(({ requestId }) => requestId === request.id);
  const now = { overlayHash: hash, kind: request.kind };
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
