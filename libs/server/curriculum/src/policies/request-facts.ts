import type { ChangeRequest, ChangeRequestContext } from '@cam-nang/domain';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import type { ReviewRow } from '../persistence/review-store.js';
import type { Overlay } from './overlay.js';
import { failedRules, type RequestCheck } from './version-checks.js';

/** Approvals by others that a request needs before it may be merged. */
export const REQUIRED_APPROVALS = 1;

/** States in which a request is still worked on. */
export const OPEN_STATES: ReadonlySet<string> = new Set([
  'draft',
  'in_review',
  'changes_requested',
  'approved',
]);

/** Whether a request is an erratum that may become an amendment: nobody has approved it as an erratum. */
export function isAmendable({ kind, state }: Pick<ChangeRequestRow, 'kind' | 'state'>): boolean {
  return kind === 'erratum' && OPEN_STATES.has(state) && state !== 'approved';
}

/** What the rules of work look at: the request as it stands, and who had a part in it. */
export function requestFacts(
  overlay: Pick<Overlay, 'request' | 'hash'>,
  reviews: readonly ReviewRow[],
  editors: readonly string[],
): ChangeRequest {
  const { request, hash } = overlay;
  return {
    state: request.state,
    kind: request.kind,
    authorIds: [...new Set([request.authorId, ...editors])],
    baseSeq: request.baseSeq,
    overlayHash: hash,
    reviews: reviews.map(({ reviewerId, verdict, overlayHash, requestKind }) => ({
      reviewerId,
      verdict,
      overlayHash,
      requestKind,
    })),
  };
}

/** What must be known from outside the request to judge a command. */
export function requestContext(
  overlay: Overlay,
  checks: readonly RequestCheck[],
  headSeq: number,
): ChangeRequestContext {
  return {
    requiredApprovals: REQUIRED_APPROVALS,
    openBlockingThreads: 0,
    effectiveChanges: overlay.effective.length,
    hoursFit: !checks.some((check) => check.code === 'hours_add_up' && !check.met),
    failedChecks: failedRules(checks),
    headSeq,
  };
}
