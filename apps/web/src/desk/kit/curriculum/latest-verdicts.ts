import type { Review } from './types.js';

/**
 * What each reviewer says now, in the order in which they said it: the latest verdict, or the latest comment of
 * whoever gave no verdict. Comments do not replace a verdict.
 */
export function latestVerdicts(reviews: readonly Review[]): readonly Review[] {
  const latest = new Map<string, Review>();
  for (const review of reviews) {
    const before = latest.get(review.reviewerId);
    const keeps = review.verdict === 'comment' && before !== undefined && isVerdict(before);
    if (keeps) continue;
    latest.delete(review.reviewerId);
    latest.set(review.reviewerId, review);
  }
  return [...latest.values()];
}

/** A verdict lets the request on or holds it; a comment does neither. */
export function isVerdict({ verdict }: Pick<Review, 'verdict'>): boolean {
  return verdict !== 'comment';
}

/** Approvals that fell because the request was changed after they were given. */
export function fallenApprovals(reviews: readonly Review[]): readonly Review[] {
  return latestVerdicts(reviews).filter(
    ({ verdict, current }) => verdict === 'approve' && !current,
  );
}
