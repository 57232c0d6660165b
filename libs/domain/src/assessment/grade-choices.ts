import type {
  ChoiceOption,
  KprimQuestion,
  MultipleQuestion,
  SingleQuestion,
  TrueFalseQuestion,
  WeighedOption,
} from '../curriculum/question-content.js';
import {
  earnsPoints,
  NOTHING,
  wholeIf,
  type GradedParts,
  type PartResult,
  type PartState,
} from './grade-parts.js';
import {
  entryOf,
  type KprimResponse,
  type MultipleResponse,
  type SingleResponse,
  type TrueFalseResponse,
} from './response.js';
import type { ExactShare } from './rounding.js';

/** An option that was chosen, or should have been; one rightly left alone has no result. */
function optionResult(option: ChoiceOption, chosen: boolean): readonly PartResult[] {
  if (!chosen && !option.correct) return [];
  const state: PartState = !chosen ? 'missed' : option.correct ? 'right' : 'wrong';
  return [{ partId: option.id, state, feedback: chosen ? option.feedback : '' }];
}

/**
 * One option: the right one earns all; another earns its author's fraction where it has a positive
 * one, otherwise nothing.
 */
export function gradeChoice(
  question: SingleQuestion | TrueFalseQuestion,
  response: SingleResponse | TrueFalseResponse,
): GradedParts {
  const options: readonly WeighedOption[] = question.options;
  const chosen = options.find((option) => option.id === response.optionId);
  const parts = options.flatMap((option) => optionResult(option, option === chosen));
  if (chosen === undefined) return { share: NOTHING, parts };
  const fraction = Math.min(100, Math.max(0, chosen.fraction ?? 0));
  const share = chosen.correct ? wholeIf(true) : { part: fraction, whole: 100 };
  return { share, parts };
}

/**
 * By the author's fractions: their sum over what was chosen, not below 0 and not above 100; an
 * option without one counts 0 once any option has one.
 */
function weighedShare(options: readonly WeighedOption[], chosen: ReadonlySet<string>): ExactShare {
  const sum = options
    .filter((option) => chosen.has(option.id))
    .reduce((total, option) => total + (option.fraction ?? 0), 0);
  return { part: Math.min(100, Math.max(0, sum)), whole: 100 };
}

/**
 * Without fractions: each right choice earns 1/right, each wrong choice costs 1/wrong, not below 0.
 * So ticking everything earns nothing, and so does guessing on average.
 */
function balancedShare(options: readonly WeighedOption[], chosen: ReadonlySet<string>): ExactShare {
  const right = options.filter((option) => option.correct);
  const wrong = options.filter((option) => !option.correct);
  const hits = right.filter((option) => chosen.has(option.id)).length;
  const misses = wrong.filter((option) => chosen.has(option.id)).length;
  if (right.length === 0) return NOTHING;
  if (wrong.length === 0) return { part: hits, whole: right.length };
  const part = hits * wrong.length - misses * right.length;
  return { part: Math.max(0, part), whole: right.length * wrong.length };
}

/**
 * A set of options. Exactly the right ones earn all, even where fractions do not quite add up
 * (three times 33); otherwise by fractions, or balanced where the author gave none.
 */
export function gradeMultiple(question: MultipleQuestion, response: MultipleResponse): GradedParts {
  const { options } = question;
  const chosen = new Set(response.optionIds);
  const parts = options.flatMap((option) => optionResult(option, chosen.has(option.id)));
  const keyed = options.some((option) => option.correct);
  if (keyed && parts.every(earnsPoints)) return { share: wholeIf(true), parts };
  const weighed = options.some((option) => option.fraction !== undefined);
  const share = weighed ? weighedShare(options, chosen) : balancedShare(options, chosen);
  return { share, parts };
}

function statementState(option: ChoiceOption, judged: boolean | undefined): PartState {
  if (judged === undefined) return 'missed';
  return judged === option.correct ? 'right' : 'wrong';
}

/**
 * Statements each judged true or false: all right earns all, all but one (of three or more) half,
 * anything less nothing. A statement left unjudged is not right.
 */
export function gradeKprim(question: KprimQuestion, response: KprimResponse): GradedParts {
  const parts = question.options.map((option): PartResult => {
    const judged = entryOf(response.judged, option.id);
    const feedback = judged === undefined ? '' : option.feedback;
    return { partId: option.id, state: statementState(option, judged), feedback };
  });
  const failed = parts.length - parts.filter(earnsPoints).length;
  if (parts.length > 0 && failed === 0) return { share: wholeIf(true), parts };
  const half = parts.length >= 3 && failed === 1;
  return { share: half ? { part: 1, whole: 2 } : NOTHING, parts };
}
