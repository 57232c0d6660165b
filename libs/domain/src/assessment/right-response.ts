import type { DecimalString, QuestionContent } from '../curriculum/question-content.js';
import type { QuestionResponse } from './response.js';

const first = (accepted: readonly string[]): string => accepted[0] ?? '';

/** A stored number as one types it: with a decimal comma, since a point before three digits means thousands. */
const typed = (answer: DecimalString): string => answer.replace('.', ',');

const rightOption = (
  options: readonly { readonly id: string; readonly correct: boolean }[],
): string | null => options.find((option) => option.correct)?.id ?? null;

/** The right answer in the shape of a response: what earns the whole of the question. */
export function rightResponse(question: QuestionContent): QuestionResponse {
  switch (question.type) {
    case 'single':
    case 'truefalse':
      return { type: question.type, optionId: rightOption(question.options) };
    case 'multiple': {
      const right = question.options.filter((option) => option.correct);
      return { type: 'multiple', optionIds: right.map((option) => option.id) };
    }
    case 'kprim': {
      const judged = question.options.map((option) => [option.id, option.correct] as const);
      return { type: 'kprim', judged: Object.fromEntries(judged) };
    }
    case 'short':
      return { type: 'short', text: first(question.accepted) };
    case 'numeric':
      return { type: 'numeric', text: typed(question.answer) };
    case 'matching': {
      const matches = question.pairs.map((pair) => [pair.id, pair.rightId] as const);
      return { type: 'matching', matches: Object.fromEntries(matches) };
    }
    case 'ordering':
      return { type: 'ordering', order: question.order.map((item) => item.id) };
    case 'gaps': {
      const texts = question.segments.flatMap((segment) =>
        'gapId' in segment ? [[segment.gapId, first(segment.accepted)] as const] : [],
      );
      return { type: 'gaps', texts: Object.fromEntries(texts) };
    }
  }
}
