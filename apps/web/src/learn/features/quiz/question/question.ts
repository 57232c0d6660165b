import type { readAttempt, ResponseOf } from '@cam-nang/contracts';

export type AttemptView = ResponseOf<typeof readAttempt>;
export type AttemptItem = AttemptView['items'][number];

/** A question as its taker sees it. */
export type Question = AttemptItem['question'];
export type QuestionOf<T extends Question['type']> = Extract<Question, { readonly type: T }>;

/** What a taker gave; null before anything was given. */
export type Answer = NonNullable<AttemptItem['response']>;
export type AnswerOf<T extends Answer['type']> = Extract<Answer, { readonly type: T }>;

/** The answer in the shape of its type; undefined when nothing was given. */
export function answerOf<T extends Answer['type']>(
  type: T,
  answer: Answer | null,
): AnswerOf<T> | undefined {
  return answer?.type === type ? (answer as AnswerOf<T>) : undefined;
}

const given: { readonly [T in Answer['type']]: (answer: AnswerOf<T>) => boolean } = {
  single: ({ optionId }) => optionId !== null,
  truefalse: ({ optionId }) => optionId !== null,
  multiple: ({ optionIds }) => optionIds.length > 0,
  kprim: ({ judged }) => Object.keys(judged).length > 0,
  short: ({ text }) => text.trim() !== '',
  numeric: ({ text }) => text.trim() !== '',
  matching: ({ matches }) => Object.keys(matches).length > 0,
  ordering: ({ order }) => order.length > 0,
  gaps: ({ texts }) => Object.values(texts).some((text) => text.trim() !== ''),
};

/** Whether something was given: an emptied field counts as nothing. */
export function isGiven(answer: Answer | null): boolean {
  if (answer === null) return false;
  const judge = given[answer.type] as (answer: Answer) => boolean;
  return judge(answer);
}

/** A, B, C … of an option by its place. */
export const letterAt = (place: number): string => String.fromCharCode(65 + place);
