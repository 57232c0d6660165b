import { compareSiblings, ranksForOrder, type TreeRow } from '@cam-nang/domain';
import { comparePaths } from './path-order.js';

/** A node of a file that is to stand under a parent. */
export interface ComingNode {
  readonly nodeId: string;
  readonly path: string;
}

/** A sibling that stands already; `path` is null when it is of no file. */
export interface StandingNode extends TreeRow {
  readonly path: string | null;
}

/**
 * Ranks of the nodes that come: each stands before the first sibling whose path is later than its own.
 * What stands already keeps its order; it is named only where its rank had to change.
 */
export function placeAmong(
  standing: readonly StandingNode[],
  coming: readonly ComingNode[],
): ReadonlyMap<string, string> {
  const order: { nodeId: string; rank: string | null }[] = [];
  const waiting = [...coming].sort((a, b) => comparePaths(a.path, b.path)).reverse();
  for (const { nodeId, rank, path } of [...standing].sort(compareSiblings)) {
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      if (path === null || comparePaths(next.path, path) > 0) break;
      order.push({ nodeId: next.nodeId, rank: null });
      waiting.pop();
    }
    order.push({ nodeId, rank });
  }
  order.push(...waiting.reverse().map(({ nodeId }) => ({ nodeId, rank: null })));
  const before = new Map(standing.map(({ nodeId, rank }) => [nodeId, rank]));
  const ranked = ranksForOrder(order).filter(({ nodeId, rank }) => before.get(nodeId) !== rank);
  return new Map(ranked.map(({ nodeId, rank }) => [nodeId, rank]));
}
