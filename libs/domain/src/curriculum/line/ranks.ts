import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

import { compareCodeUnits } from '../../shared/text.js';
import { longestIncreasing } from '../diff/longest-increasing.js';

/** Longest rank that is kept; a longer one makes its list of siblings be numbered anew. */
export const MAX_RANK_LENGTH = 24;

/** A sibling in the order wanted; `rank` is null when it has none yet or is the one being moved. */
export interface Sibling {
  readonly nodeId: string;
  readonly rank: string | null;
}

/** A sibling with its rank. */
export interface RankedSibling {
  readonly nodeId: string;
  readonly rank: string;
}

/** A rank between two others; null stands for the beginning or the end. `before` must sort first. */
export function rankBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}

/** `count` ranks in order for a new list of siblings. */
export function freshRanks(count: number): readonly string[] {
  return generateNKeysBetween(null, null, count);
}

/**
 * Ranks that put siblings into the order given. Ranks that are already in order stay, so that moving
 * one node changes one row; when a new rank would pass `MAX_RANK_LENGTH`, all are numbered anew.
 */
export function ranksForOrder(order: readonly Sibling[]): readonly RankedSibling[] {
  const kept = keptRanks(order);
  const ranks: string[] = [];
  for (let start = 0; start < order.length;) {
    const standing = kept.get(start);
    if (standing !== undefined) {
      ranks.push(standing);
      start++;
      continue;
    }
    const end = nextKept(kept, start, order.length);
    const between = generateNKeysBetween(ranks.at(-1) ?? null, kept.get(end) ?? null, end - start);
    ranks.push(...between);
    start = end;
  }
  const tooLong = ranks.some((rank) => rank.length > MAX_RANK_LENGTH);
  const final = tooLong ? freshRanks(order.length) : ranks;
  return order.map(({ nodeId }, index) => ({ nodeId, rank: final[index] ?? '' }));
}

function nextKept(kept: ReadonlyMap<number, string>, from: number, length: number): number {
  let at = from;
  while (at < length && !kept.has(at)) at++;
  return at;
}

/** By index, the ranks of the longest run that is already strictly in order. */
function keptRanks(order: readonly Sibling[]): ReadonlyMap<number, string> {
  const ranked = order.flatMap(({ rank }, index) => (rank === null ? [] : [{ rank, index }]));
  const sorted = [...new Set(ranked.map(({ rank }) => rank))].sort(compareCodeUnits);
  const number = new Map(sorted.map((rank, index) => [rank, index]));
  const run = longestIncreasing(ranked.map(({ rank }) => number.get(rank) ?? 0));
  return new Map(
    run.flatMap((at) => {
      const sibling = ranked[at];
      return sibling ? [[sibling.index, sibling.rank] as const] : [];
    }),
  );
}
