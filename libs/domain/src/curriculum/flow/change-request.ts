export const CHANGE_REQUEST_STATES = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'merged',
  'abandoned',
] as const;

export type ChangeRequestState = (typeof CHANGE_REQUEST_STATES)[number];

export const REQUEST_KINDS = ['amendment', 'erratum'] as const;

/** Whether a request goes into the next edition, or corrects one that is issued. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const VERDICTS = ['approve', 'request_changes', 'comment'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What a verdict is about: the same words weigh otherwise as a correction that running classes receive. */
export interface JudgedThing {
  readonly overlayHash: string;
  readonly requestKind: RequestKind;
}

/** A verdict on exactly what was seen: it counts only while the hash and the kind are the same. */
export interface Review extends JudgedThing {
  readonly reviewerId: string;
  readonly verdict: Verdict;
}

/** A change request as far as its course of work goes. `reviews` are in the order they were given. */
export interface ChangeRequest {
  readonly state: ChangeRequestState;
  readonly kind: RequestKind;
  /** Everyone who wrote in it: the one who opened it and all who edited. */
  readonly authorIds: readonly string[];
  /** Commit of the line that it starts from. */
  readonly baseSeq: number;
  readonly overlayHash: string;
  readonly reviews: readonly Review[];
}

export type ChangeRequestCommand =
  | ({ readonly kind: 'edit'; readonly by: string } & JudgedThing)
  | { readonly kind: 'submit'; readonly by: string }
  | ({
      readonly kind: 'review';
      readonly by: string;
      readonly verdict: Verdict;
      readonly comment: string;
    } & JudgedThing)
  | { readonly kind: 'merge'; readonly by: string }
  | { readonly kind: 'abandon'; readonly by: string };

export const CHANGE_REQUEST_COMMANDS = ['edit', 'submit', 'review', 'merge', 'abandon'] as const;

/** What must be known from outside to judge a command. */
export interface ChangeRequestContext {
  /** How many approvals the rules ask for; 0 makes a submitted request approved. */
  readonly requiredApprovals: number;
  readonly openBlockingThreads: number;
  /** Nodes that differ from the base. */
  readonly effectiveChanges: number;
  /** Whether every path through the choice groups fits the days. */
  readonly hoursFit: boolean;
  /** Codes of failed checks that block (schema, links, structure, questions). */
  readonly failedChecks: readonly string[];
  readonly headSeq: number;
}

export type ChangeRequestEvent =
  | ({ readonly kind: 'edited'; readonly by: string } & JudgedThing)
  /** The content or the kind changed after verdicts on it: they no longer count. */
  | { readonly kind: 'reviews_dismissed'; readonly reviewerIds: readonly string[] }
  | { readonly kind: 'submitted'; readonly by: string; readonly overlayHash: string }
  | { readonly kind: 'reviewed'; readonly review: Review; readonly comment: string }
  | { readonly kind: 'changes_requested'; readonly by: string }
  | { readonly kind: 'approved'; readonly overlayHash: string }
  | { readonly kind: 'merged'; readonly by: string; readonly overlayHash: string }
  | { readonly kind: 'abandoned'; readonly by: string };

/**
 * Each reviewer's latest verdict on the request as it stands now. Comments do not replace a verdict.
 */
export function currentReviews(request: ChangeRequest): readonly Review[] {
  const latest = new Map<string, Review>();
  for (const review of request.reviews) {
    const counts = changedSince(request, review).length === 0 && review.verdict !== 'comment';
    if (counts) latest.set(review.reviewerId, review);
  }
  return [...latest.values()];
}

/** What of a request is another than somebody saw; empty while their verdict on it counts. */
export function changedSince(
  request: Pick<ChangeRequest, 'overlayHash' | 'kind'>,
  seen: JudgedThing,
): readonly ('content' | 'kind')[] {
  return [
    ...(seen.overlayHash === request.overlayHash ? [] : ['content' as const]),
    ...(seen.requestKind === request.kind ? [] : ['kind' as const]),
  ];
}

/** The request after an event. */
export function applyChangeRequestEvent(
  request: ChangeRequest,
  event: ChangeRequestEvent,
): ChangeRequest {
  switch (event.kind) {
    case 'edited':
      return edited(request, event.by, event);
    case 'submitted':
      return { ...request, state: 'in_review' };
    case 'reviewed':
      return { ...request, reviews: [...request.reviews, event.review] };
    case 'reviews_dismissed':
      return request;
    case 'changes_requested':
    case 'approved':
    case 'merged':
    case 'abandoned':
      return { ...request, state: event.kind };
  }
}

function edited(
  request: ChangeRequest,
  by: string,
  { overlayHash, requestKind: kind }: JudgedThing,
): ChangeRequest {
  const authorIds = [...new Set([...request.authorIds, by])];
  const state = request.state === 'approved' ? 'in_review' : request.state;
  return { ...request, state, kind, authorIds, overlayHash };
}
