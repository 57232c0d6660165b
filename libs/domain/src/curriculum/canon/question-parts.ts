import { compareCodeUnits } from '../../shared/text.js';
import type {
  ChoiceOption,
  GapsSegment,
  MatchingPair,
  QuestionContent,
  WeighedOption,
} from '../question-content.js';
import type { JsonValue } from './canonical-json.js';

/**
 * What a taker sees of a question: words, options and gaps, and nothing of the key. Parts whose
 * order is the key (the right side of a matching, the items of an ordering) come in the order of
 * their ids.
 */
export function questionStem(question: QuestionContent): JsonValue {
  return { type: question.type, stem: question.stem, parts: stemParts(question) };
}

/** What decides the mark and what is said about it: keys, weights, tolerance, accepted texts, feedback. */
export function questionKey(question: QuestionContent): JsonValue {
  return { type: question.type, feedback: question.feedback, key: keyParts(question) };
}

/** Where a question belongs: neither seen by the taker nor used for the mark. */
export function questionClassification(
  question: QuestionContent,
): Readonly<Record<'lessonId' | 'outcome' | 'difficulty' | 'tags', JsonValue>> {
  const { lessonId, outcome, difficulty, tags } = question;
  return { lessonId, outcome, difficulty, tags };
}

function stemParts(question: QuestionContent): JsonValue {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return question.options.map(({ id, text }) => ({ id, text }));
    case 'short':
      return null;
    case 'numeric':
      return { unit: question.unit };
    case 'matching':
      return matchingStem(question.pairs);
    case 'ordering':
      return byId(question.order).map(({ id, text }) => ({ id, text }));
    case 'gaps':
      return question.segments.map(gapStem);
  }
}

function keyParts(question: QuestionContent): JsonValue {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return byId(question.options).map(optionKey);
    case 'short':
      return question.accepted;
    case 'numeric':
      return { answer: question.answer, tolerance: question.tolerance };
    case 'matching':
      return byId(question.pairs).map(({ id, rightId }) => ({ id, rightId }));
    case 'ordering':
      return question.order.map(({ id }) => id);
    case 'gaps':
      return question.segments.flatMap((part) =>
        'gapId' in part ? [{ gapId: part.gapId, accepted: part.accepted }] : [],
      );
  }
}

function optionKey(option: ChoiceOption | WeighedOption): JsonValue {
  const fraction = 'fraction' in option ? option.fraction : undefined;
  const { id, correct, feedback } = option;
  return { id, correct, feedback, ...(fraction !== undefined && { fraction }) };
}

function matchingStem(pairs: readonly MatchingPair[]): JsonValue {
  const rights = new Map(pairs.map(({ rightId, right }) => [rightId, right]));
  return {
    left: pairs.map(({ id, left }) => ({ id, text: left })),
    right: byId([...rights].map(([id, text]) => ({ id, text }))),
  };
}

function gapStem(segment: GapsSegment): JsonValue {
  return 'gapId' in segment ? { gapId: segment.gapId } : { text: segment.text };
}

function byId<T extends { readonly id: string }>(parts: readonly T[]): readonly T[] {
  return [...parts].sort((a, b) => compareCodeUnits(a.id, b.id));
}
