import { isGiven, type Answer, type AnswerOf, type Question, type QuestionOf } from './question.js';

interface Part {
  readonly id: string;
  readonly text: string;
}

/** Words for the two judgements of a statement. */
export interface JudgementWords {
  readonly yes: string;
  readonly no: string;
}

type Say<T extends Question['type']> = (
  question: QuestionOf<T>,
  answer: AnswerOf<T>,
  words: JudgementWords,
) => string[];

const textOf = (parts: readonly Part[], id: string | null | undefined): string =>
  parts.find((part) => part.id === id)?.text ?? '';

const lines: { readonly [T in Question['type']]: Say<T> } = {
  single: ({ options }, { optionId }) => [textOf(options, optionId)],
  truefalse: ({ options }, { optionId }) => [textOf(options, optionId)],
  multiple: ({ options }, { optionIds }) =>
    options.filter(({ id }) => optionIds.includes(id)).map(({ text }) => text),
  kprim: ({ options }, { judged }, words) =>
    options
      .filter(({ id }) => judged[id] !== undefined)
      .map(({ id, text }) => `${text}: ${judged[id] === true ? words.yes : words.no}`),
  short: (_, { text }) => [text],
  numeric: ({ unit }, { text }) => [`${text} ${unit}`.trim()],
  matching: ({ lefts, rights }, { matches }) =>
    lefts
      .filter(({ id }) => matches[id] !== undefined)
      .map(({ id, text }) => `${text} → ${textOf(rights, matches[id])}`),
  ordering: ({ items }, { order }) =>
    order.map((id, place) => `${String(place + 1)}. ${textOf(items, id)}`),
  gaps: ({ segments }, { texts }) =>
    segments.flatMap((segment) => {
      const text = 'gapId' in segment ? texts[segment.gapId] : undefined;
      return text === undefined ? [] : [text];
    }),
};

/** An answer in words, one line for each thing it says; empty when nothing was given. */
export function answerLines(
  question: Question,
  answer: Answer | null,
  words: JudgementWords,
): string[] {
  if (answer === null || answer.type !== question.type || !isGiven(answer)) return [];
  const say = lines[question.type] as Say<Question['type']>;
  return say(question, answer, words);
}
