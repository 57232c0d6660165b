import type { MatchingQuestion, OrderingQuestion } from '../curriculum/question-content.js';
import {
  NOTHING,
  proportional,
  wholeIf,
  type GradedParts,
  type PartResult,
} from './grade-parts.js';
import { entryOf, type MatchingResponse, type OrderingResponse } from './response.js';

/**
 * Pairs: right pairs out of all. Two right sides with the same text are the same answer, so a match
 * is judged by the text that the chosen side shows.
 */
export function gradeMatching(question: MatchingQuestion, response: MatchingResponse): GradedParts {
  const textOf = new Map(question.pairs.map((pair) => [pair.rightId, pair.right]));
  const parts = question.pairs.map((pair): PartResult => {
    const chosen = entryOf(response.matches, pair.id);
    const right = chosen !== undefined && textOf.get(chosen) === pair.right;
    const state = chosen === undefined ? 'missed' : right ? 'right' : 'wrong';
    return { partId: pair.id, state, feedback: '' };
  });
  return proportional(parts);
}

/** Best run ending at `index`: one longer than the best run that ends earlier and lower. */
function bestBefore(values: readonly number[], lengths: readonly number[], index: number): number {
  const value = values[index] ?? 0;
  return values.slice(0, index).reduce((best, earlier, position) => {
    const longer = earlier < value && (lengths[position] ?? 0) > (lengths[best] ?? 0);
    return longer ? position : best;
  }, -1);
}

/**
 * The positions of a longest rising run among the values (not necessarily neighbours). Of several
 * the one found first from the front is taken, so that the same answer always gets the same marks.
 */
export function longestRisingRun(values: readonly number[]): readonly number[] {
  const lengths: number[] = [];
  const previous: number[] = [];
  values.forEach((_, index) => {
    const before = bestBefore(values, lengths, index);
    previous.push(before);
    lengths.push((lengths[before] ?? 0) + 1);
  });
  const run: number[] = [];
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = previous[at] ?? -1) {
    run.unshift(at);
  }
  return run;
}

/**
 * A right order, judged by what stands in the right order relative to each other and not by
 * position, so that one misplaced step costs one step: with the longest rising run of `r` of `n`
 * items, (r − 1) of (n − 1), because any order at all has a run of one. Items left out are missed.
 */
export function gradeOrdering(question: OrderingQuestion, response: OrderingResponse): GradedParts {
  const rank = new Map(question.order.map((item, index) => [item.id, index]));
  const given = [...new Set(response.order)].filter((id) => rank.has(id));
  const run = longestRisingRun(given.map((id) => rank.get(id) ?? 0));
  const inRun = new Set(run.map((position) => given[position]));
  const parts = question.order.map((item): PartResult => {
    const placed = given.includes(item.id);
    const state = !placed ? 'missed' : inRun.has(item.id) ? 'right' : 'wrong';
    return { partId: item.id, state, feedback: '' };
  });
  if (parts.length <= 1) return { share: wholeIf(run.length === 1), parts };
  if (run.length === 0) return { share: NOTHING, parts };
  return { share: { part: run.length - 1, whole: parts.length - 1 }, parts };
}
