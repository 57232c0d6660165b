import type { GapsSegment, QuestionContent } from '@cam-nang/domain';
import type { QuestionInput } from './question-schema.js';

const PART_ID = /^[A-Za-z0-9_-]{1,40}$/;

/** Makes an id for a new part; asked again when the id is taken. It must not follow the order of the key. */
export type PartIdMaker = () => string;

/**
 * Gives every part of a question that answers refer to one id of its own. Ids that came along stay,
 * so that old answers can be read for ever; of two parts with one id the first keeps it.
 */
export function repairQuestionIds(question: QuestionInput, newId: PartIdMaker): QuestionContent {
  const used = new Set<string>();
  const own = (id: string) => ownId(id, used, newId);
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const options = question.options.map(({ fraction, ...option }) => ({
        ...option,
        id: own(option.id),
        ...(fraction !== undefined && { fraction }),
      }));
      return { ...question, options };
    }
    case 'truefalse':
    case 'kprim':
      return { ...question, options: question.options.map((o) => ({ ...o, id: own(o.id) })) };
    case 'matching': {
      const pairs = question.pairs.map((pair) => ({
        ...pair,
        id: own(pair.id),
        rightId: own(pair.rightId),
      }));
      return { ...question, pairs };
    }
    case 'ordering':
      return { ...question, order: question.order.map((part) => ({ ...part, id: own(part.id) })) };
    case 'gaps': {
      const segments = question.segments.map((segment): GapsSegment =>
        'gapId' in segment ? { ...segment, gapId: own(segment.gapId) } : segment,
      );
      return { ...question, segments };
    }
    default:
      return question;
  }
}

function ownId(id: string, used: Set<string>, newId: PartIdMaker): string {
  let chosen = id;
  while (!PART_ID.test(chosen) || used.has(chosen)) chosen = newId();
  used.add(chosen);
  return chosen;
}
