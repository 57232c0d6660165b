import type {
  ChoiceOption,
  GapsSegment,
  OrderingItem,
  QuestionCommon,
  QuestionContent,
  QuestionType,
  WeighedOption,
} from '@cam-nang/domain';
import { inlineText, renderInlineMarkdown } from '@cam-nang/content/read';

const LONGEST_TITLE = 120;

/** An id for a new part. It reaches takers, so it is random and follows no order. */
export function newPartId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('');
}

/** What a question is listed as: the words of its stem on one line, cut at a word where too long. */
export function questionTitle(stem: string): string {
  const words = inlineText(renderInlineMarkdown(stem)).replace(/\s+/gu, ' ').trim();
  if (words.length <= LONGEST_TITLE) return words;
  return `${words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/u, '')}…`;
}

export function newOption(text = '', correct = false): ChoiceOption {
  return { id: newPartId(), text, correct, feedback: '' };
}

export function newItem(text = ''): OrderingItem {
  return { id: newPartId(), text };
}

export function newPair(left = '', right = '') {
  return { id: newPartId(), left, rightId: newPartId(), right };
}

/** The same question as another type: what is common stays, parts that fit are taken over. */
export function retyped(question: QuestionContent, type: QuestionType): QuestionContent {
  if (question.type === type) return question;
  const { stem, feedback, lessonId, outcome, difficulty, tags } = question;
  const common = { stem, feedback, lessonId, outcome, difficulty, tags };
  if (type === 'single' || type === 'multiple' || type === 'kprim') {
    return { ...common, type, options: optionsFor(question, type === 'single') };
  }
  return { ...common, ...partsFor(type, textsOf(question)) };
}

type PartsOf<Q> = Q extends QuestionContent ? Omit<Q, keyof QuestionCommon> : never;

function partsFor(
  type: Exclude<QuestionType, 'single' | 'multiple' | 'kprim'>,
  texts: readonly string[],
): PartsOf<QuestionContent> {
  switch (type) {
    case 'truefalse':
      return { type, options: [newOption('Đúng', true), newOption('Sai')] };
    case 'short':
      return { type, accepted: texts.slice(0, 1) };
    case 'numeric':
      return { type, answer: '', tolerance: '0', unit: '' };
    case 'matching':
      return { type, pairs: atLeastTwo(texts).map((text) => newPair(text)) };
    case 'ordering':
      return { type, order: atLeastTwo(texts).map((text) => newItem(text)) };
    case 'gaps':
      return { type, segments: gapsFrom(texts) };
  }
}

/** The words that answers consist of, right ones first. */
function textsOf(question: QuestionContent): readonly string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return [...question.options]
        .sort((a, b) => Number(b.correct) - Number(a.correct))
        .map(({ text }) => text);
    case 'short':
      return question.accepted;
    case 'numeric':
      return [question.answer];
    case 'matching':
      return question.pairs.map(({ left }) => left);
    case 'ordering':
      return question.order.map(({ text }) => text);
    case 'gaps':
      return question.segments.flatMap((one) => ('gapId' in one ? one.accepted.slice(0, 1) : []));
  }
}

function atLeastTwo(texts: readonly string[]): readonly string[] {
  return texts.length >= 2 ? texts : [...texts, ...['', ''].slice(texts.length)];
}

function optionsFor(question: QuestionContent, onlyOne: boolean): readonly WeighedOption[] {
  if (!('options' in question)) {
    return atLeastTwo(textsOf(question)).map((text, index) => newOption(text, index === 0));
  }
  const firstRight = question.options.find(({ correct }) => correct)?.id;
  return question.options.map(({ id, text, correct, feedback }) => ({
    id,
    text,
    correct: onlyOne ? id === firstRight : correct,
    feedback,
  }));
}

function gapsFrom(texts: readonly string[]): readonly GapsSegment[] {
  const accepted = texts.slice(0, 1);
  return [{ text: '' }, { gapId: newPartId(), accepted: accepted.length > 0 ? accepted : [''] }];
}

/** The list with one element put a place up or down. */
export function shifted<T>(list: readonly T[], index: number, step: -1 | 1): readonly T[] {
  const to = index + step;
  const [one, other] = [list[index], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.map((item, at) => (at === index ? other : at === to ? one : item));
}
