import type { QuestionContent } from '../curriculum/question-content.js';
import { shuffled, type SeededRandom } from './random.js';

/**
 * The order in which the parts of a question are shown in one attempt, stored with it so that the
 * taker meets the same order after a break and a reviewer sees what the taker saw.
 */
export interface PresentedOrder {
  /** Options, left sides or items, by id; gaps and typed answers have none. */
  readonly parts: readonly string[];
  /** Right sides of a matching question, by their own id, in a mixed order. */
  readonly rights: readonly string[];
}

/** Mixed, and not by chance back in the order that is the key, where another order exists. */
function mixedAway(key: readonly string[], random: SeededRandom): readonly string[] {
  const mixed = shuffled(key, random);
  const same = mixed.every((id, index) => id === key[index]);
  return same ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/**
 * The order to show. `shuffle` mixes options and statements (never the two of true/false). What
 * would give the key away by its order is mixed in any case: items to order, and right sides.
 */
export function presentQuestion(
  question: QuestionContent,
  shuffle: boolean,
  random: SeededRandom,
): PresentedOrder {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'kprim': {
      const parts = question.options.map((option) => option.id);
      return { parts: shuffle ? shuffled(parts, random) : parts, rights: [] };
    }
    case 'truefalse':
      return { parts: question.options.map((option) => option.id), rights: [] };
    case 'ordering': {
      const key = question.order.map((item) => item.id);
      return { parts: mixedAway(key, random), rights: [] };
    }
    case 'matching': {
      const rights = question.pairs.map((pair) => pair.rightId);
      return {
        parts: question.pairs.map((pair) => pair.id),
        rights: mixedAway(rights, random),
      };
    }
    default:
      return { parts: [], rights: [] };
  }
}
