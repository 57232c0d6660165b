import type { InlineMarkdown } from '../curriculum/question-content.js';
import type { ExactShare } from './rounding.js';

/**
 * What became of one part of a question (an option, a statement, a pair, an item, a gap, or the one
 * answer of a typed question):
 * `right` as the key has it · `folded` right but for its marks, counted as right · `wrong` answered
 * against the key · `missed` asked for and not given.
 */
export type PartState = 'right' | 'folded' | 'wrong' | 'missed';

/** One part's outcome; `feedback` is the part's own text, empty when there is none to show. */
export interface PartResult {
  readonly partId: string;
  readonly state: PartState;
  readonly feedback: InlineMarkdown;
}

/** The share of the question's maximum that an answer earns, exactly, and why. */
export interface GradedParts {
  readonly share: ExactShare;
  readonly parts: readonly PartResult[];
}

const WHOLE: ExactShare = { part: 1, whole: 1 };
export const NOTHING: ExactShare = { part: 0, whole: 1 };

export const earnsPoints = (part: PartResult): boolean =>
  part.state === 'right' || part.state === 'folded';

/** All or nothing. */
export function wholeIf(condition: boolean): ExactShare {
  return condition ? WHOLE : NOTHING;
}

/** Right parts out of all parts. */
export function proportional(parts: readonly PartResult[]): GradedParts {
  const share = { part: parts.filter(earnsPoints).length, whole: parts.length };
  return { share: parts.length === 0 ? NOTHING : share, parts };
}
