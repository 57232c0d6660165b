import type {
  GapsQuestion,
  NumericQuestion,
  ShortQuestion,
} from '../curriculum/question-content.js';
import { foldForSearch, normaliseLine } from '../organisation/folding.js';
import { isWithin, readDecimal, readPlainDecimal } from './decimal.js';
import {
  proportional,
  wholeIf,
  earnsPoints,
  type GradedParts,
  type PartResult,
  type PartState,
} from './grade-parts.js';
import {
  entryOf,
  type GapsResponse,
  type NumericResponse,
  type ShortResponse,
} from './response.js';

/** The id of the only part of a question that asks for one text or one number. */
export const ANSWER_PART = 'answer';

const level = (text: string): string => normaliseLine(text).toLowerCase();

/**
 * Compares a typed text with the accepted ones: equal after NFC, case and spaces is `right`; equal
 * only without marks (typed on a keyboard without Vietnamese) is `folded` and counts as right.
 */
function judgeText(typed: string, accepted: readonly string[]): PartState {
  if (normaliseLine(typed) === '') return 'missed';
  if (accepted.some((text) => level(text) === level(typed))) return 'right';
  const folded = foldForSearch(typed);
  const matches = folded !== '' && accepted.some((text) => foldForSearch(text) === folded);
  return matches ? 'folded' : 'wrong';
}

function single(state: PartState): GradedParts {
  const part: PartResult = { partId: ANSWER_PART, state, feedback: '' };
  return { share: wholeIf(earnsPoints(part)), parts: [part] };
}

/** A short text against the accepted ones. */
export function gradeShort(question: ShortQuestion, response: ShortResponse): GradedParts {
  return single(judgeText(response.text, question.accepted));
}

/** The typed number without the question's unit, where the taker wrote it behind the number. */
function withoutUnit(text: string, unit: string): string {
  const typed = level(text);
  const ending = level(unit);
  return ending !== '' && typed.endsWith(ending) ? typed.slice(0, -ending.length) : typed;
}

/** A number within the tolerance (bounds included), compared as exact decimals. */
export function gradeNumeric(question: NumericQuestion, response: NumericResponse): GradedParts {
  if (response.text.trim() === '') return single('missed');
  const value = readDecimal(withoutUnit(response.text, question.unit));
  const answer = readPlainDecimal(question.answer);
  const tolerance = readPlainDecimal(question.tolerance);
  if (value === null || answer === null || tolerance === null) return single('wrong');
  return single(isWithin(value, answer, tolerance) ? 'right' : 'wrong');
}

/** A text with gaps: each gap judged like a short text, right gaps out of all. */
export function gradeGaps(question: GapsQuestion, response: GapsResponse): GradedParts {
  const parts = question.segments.flatMap((segment): readonly PartResult[] => {
    if (!('gapId' in segment)) return [];
    const state = judgeText(entryOf(response.texts, segment.gapId) ?? '', segment.accepted);
    return [{ partId: segment.gapId, state, feedback: '' }];
  });
  return proportional(parts);
}
