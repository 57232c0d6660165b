import type { QuestionContent } from '../question-content.js';
import type { JsonRecord } from './field-changes.js';

/** A part of a question with a stable id: an option, pair, item, gap, or the one answer field. */
export interface QuestionPart {
  readonly id: string;
  /** What the taker reads, by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** What decides the mark. */
  readonly key: JsonRecord;
  readonly feedback: string;
}

/** Id of the part of types that have one answer field only. */
export const ANSWER_FIELD = 'answer';

/** The parts of a question in order, alike for every type. */
export function questionParts(question: QuestionContent): readonly QuestionPart[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return question.options.map(({ id, text, feedback, ...key }) =>
        part(id, { text }, definedOnly(key), feedback),
      );
    case 'short':
      return [part(ANSWER_FIELD, {}, { accepted: question.accepted })];
    case 'numeric': {
      const { answer, tolerance, unit } = question;
      return [part(ANSWER_FIELD, { unit }, { answer, tolerance })];
    }
    case 'matching':
      return question.pairs.map(({ id, left, right, rightId }) =>
        part(id, { left, right }, { rightId }),
      );
    case 'ordering':
      return question.order.map(({ id, text }) => part(id, { text }, {}));
    case 'gaps':
      return question.segments.flatMap((segment) =>
        'gapId' in segment ? [part(segment.gapId, {}, { accepted: segment.accepted })] : [],
      );
  }
}

/** The text with gaps as a reader sees it, a gap as `[…]`; null for types without gaps. */
export function gapsText(question: QuestionContent): string | null {
  if (question.type !== 'gaps') return null;
  return question.segments.map((segment) => ('gapId' in segment ? '[…]' : segment.text)).join('');
}

function part(
  id: string,
  texts: Readonly<Record<string, string>>,
  key: JsonRecord,
  feedback = '',
): QuestionPart {
  return { id, texts, key, feedback };
}

function definedOnly(key: { readonly correct: boolean; readonly fraction?: number }): JsonRecord {
  const { correct, fraction } = key;
  return { correct, ...(fraction !== undefined && { fraction }) };
}
