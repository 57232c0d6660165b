import type {
  InlineMarkdown,
  QuestionContent,
  QuestionType,
} from '../curriculum/question-content.js';
import { DomainError } from '../shared/domain-error.js';
import { gradeMatching, gradeOrdering } from './grade-arrangements.js';
import { gradeChoice, gradeKprim, gradeMultiple } from './grade-choices.js';
import type { GradedParts, PartResult } from './grade-parts.js';
import { gradeGaps, gradeNumeric, gradeShort } from './grade-texts.js';
import { isAnswered, type QuestionResponse } from './response.js';
import { shareOf } from './rounding.js';

/** The maximum of a question that says nothing else: one mark, in hundredths. */
export const ONE_MARK = 100;

/** How one answer was graded. `points` and `maximum` are hundredths of a mark. */
export interface QuestionGrade {
  readonly points: number;
  readonly maximum: number;
  readonly outcome: 'right' | 'partly' | 'wrong' | 'unanswered';
  readonly parts: readonly PartResult[];
  /** The question's own feedback, for whoever may see it. */
  readonly feedback: InlineMarkdown;
}

function isTo<T extends QuestionType>(
  type: T,
  response: QuestionResponse,
): response is Extract<QuestionResponse, { readonly type: T }> {
  return response.type === type;
}

function to<T extends QuestionType>(
  type: T,
  response: QuestionResponse,
): Extract<QuestionResponse, { readonly type: T }> {
  if (isTo(type, response)) return response;
  throw new DomainError('answer.invalid', { expected: type, given: response.type });
}

function gradeParts(question: QuestionContent, response: QuestionResponse): GradedParts {
  switch (question.type) {
    case 'single':
      return gradeChoice(question, to('single', response));
    case 'truefalse':
      return gradeChoice(question, to('truefalse', response));
    case 'multiple':
      return gradeMultiple(question, to('multiple', response));
    case 'kprim':
      return gradeKprim(question, to('kprim', response));
    case 'short':
      return gradeShort(question, to('short', response));
    case 'numeric':
      return gradeNumeric(question, to('numeric', response));
    case 'matching':
      return gradeMatching(question, to('matching', response));
    case 'ordering':
      return gradeOrdering(question, to('ordering', response));
    case 'gaps':
      return gradeGaps(question, to('gaps', response));
  }
}

function outcomeOf(answered: boolean, { share }: GradedParts): QuestionGrade['outcome'] {
  if (!answered) return 'unanswered';
  if (share.part === 0) return 'wrong';
  return share.part === share.whole ? 'right' : 'partly';
}

/**
 * Grades one answer. The share earned is exact and is rounded half up only when it becomes points
 * (hundredths of a mark) of `maximum`. The full key earns `maximum`, an empty response 0, and
 * nothing earns less than 0.
 *
 * @throws DomainError `answer.invalid` when the response is to another type of question
 */
export function gradeQuestion(
  question: QuestionContent,
  response: QuestionResponse,
  maximum: number = ONE_MARK,
): QuestionGrade {
  const graded = gradeParts(question, response);
  return {
    points: shareOf(graded.share, maximum),
    maximum,
    outcome: outcomeOf(isAnswered(response), graded),
    parts: graded.parts,
    feedback: question.feedback,
  };
}
