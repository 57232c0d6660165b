import { divideHalfUp, type ExactShare } from './rounding.js';

/** Hundredths of a mark: 4.95 is 495. Marks after rounding to one decimal are multiples of 10. */
export type Hundredths = number;

/** Hundredths of a percent: 80 % is 8000. */
export type BasisPoints = number;

/** Hundredths in one step of a mark's single decimal. */
const STEP = 10;

/** All of something, in basis points. */
export const WHOLE_SHARE: BasisPoints = 10_000;

/** Points earned out of the points that could be, both in hundredths. */
export interface Score {
  readonly points: Hundredths;
  readonly maximum: Hundredths;
}

/** The score of an attempt: the sum over all its questions, unanswered ones included. */
export function sumScores(scores: readonly Score[]): Score {
  return scores.reduce<Score>(
    (sum, score) => ({ points: sum.points + score.points, maximum: sum.maximum + score.maximum }),
    { points: 0, maximum: 0 },
  );
}

/** A whole number of hundredths rounded to one decimal, half up: 4.95 → 5.0, 4.94 → 4.9 (law 11). */
export function roundMark(hundredths: Hundredths): Hundredths {
  return divideHalfUp(hundredths, STEP) * STEP;
}

/** An exact share of a scale as a mark, rounded once, to one decimal, half up. */
export function markFromShare({ part, whole }: ExactShare, scale: Hundredths): Hundredths {
  if (whole === 0) return 0;
  return divideHalfUp(BigInt(part) * BigInt(scale), BigInt(whole) * BigInt(STEP)) * STEP;
}

/**
 * The mark of a score on a scale (1000 for a scale of ten). It is converted from the exact score
 * and rounded only once, so that no half is made by an earlier rounding; a score out of nothing is 0.
 */
export function toMark(score: Score, scale: Hundredths): Hundredths {
  return markFromShare({ part: score.points, whole: score.maximum }, scale);
}

/**
 * Whether a rounded mark reaches the pass share of its scale (bound included). Rounding comes
 * first, comparison after (law 11): of ten, 4.95 has become 5.0 and passes, 4.94 is 4.9 and fails.
 */
export function passes(mark: Hundredths, scale: Hundredths, passShare: BasisPoints): boolean {
  return mark * WHOLE_SHARE >= scale * passShare;
}

/** Which of several attempts counts; the rule set says so. */
export type CountingAttempt = 'best' | 'last';

/**
 * The score that counts among the closed attempts at one quiz, in the order they were taken; null
 * when there is none. The best is the highest share of its own maximum, of equal ones the earlier.
 */
export function countingScore(scores: readonly Score[], policy: CountingAttempt): Score | null {
  if (policy === 'last') return scores.at(-1) ?? null;
  return scores.reduce<Score | null>((best, score) => {
    const better = best === null || score.points * best.maximum > best.points * score.maximum;
    return better ? score : best;
  }, null);
}
