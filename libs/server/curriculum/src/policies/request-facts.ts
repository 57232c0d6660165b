import type { ChangeRequest, ChangeRequestContext } from '@cam-nang/domain';
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

/** What the rules of work look at: the request as it stands, and who had a part in it. */
export function requestFacts(
  overlay: Overlay,
  reviews: readonly ReviewRow[],
  editors: readonly string[],
): ChangeRequest {
  const { request, hash } = overlay;
  return {
    state: request.state,
    authorIds: [...new Set([request.authorId, ...editors])],
    baseSeq: request.baseSeq,
    overlayHash: hash,
    reviews: reviews.map(({ reviewerId, verdict, overlayHash }) => ({
      reviewerId,
      verdict,
      overlayHash,
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
