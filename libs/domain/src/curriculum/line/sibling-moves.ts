import { longestIncreasing } from '../diff/longest-increasing.js';
import { childrenByParent, type TreeRow } from './tree.js';

interface Stay {
  readonly nodeId: string;
  readonly oldPosition: number;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Nodes of both trees that moved: to another parent, or out of the longest run of siblings that kept
 * their order. Ranks are not compared, positions are; a rebalanced list has not moved.
 *
 * Two siblings that changed places leave open which of them moved. `untouched` names nodes known to
 * have stayed (they must stand in the same order in both trees); then it is one of the others.
 */
export function movedNodes(
  before: readonly TreeRow[],
  after: readonly TreeRow[],
  untouched: ReadonlySet<string> = NOBODY,
): ReadonlySet<string> {
  return movedOutOf(before, after, (stays) => keptInOrder(stays, untouched));
}

/**
 * The same for two trees of which nobody knows what was touched. Where two siblings changed places, the
 * one that kept its rank is the one that stayed: whoever moved a lesson is told of that lesson. Never
 * more nodes than have to: a list that was numbered anew has no ranks to go by.
 */
export function likelyMoved(
  before: readonly TreeRow[],
  after: readonly TreeRow[],
): ReadonlySet<string> {
  const old = new Map(before.map((row) => [row.nodeId, row]));
  const standing = after.filter(({ nodeId, parentId, rank }) => {
    const row = old.get(nodeId);
    return row?.parentId === parentId && row.rank === rank;
  });
  const untouched = new Set(standing.map(({ nodeId }) => nodeId));
  return movedOutOf(before, after, (stays) => {
    const longest = keptInOrder(stays, NOBODY);
    const likely = keptInOrder(stays, untouched);
    return likely.size === longest.size ? likely : longest;
  });
}

function movedOutOf(
  before: readonly TreeRow[],
  after: readonly TreeRow[],
  keep: (stays: readonly Stay[]) => ReadonlySet<string>,
): ReadonlySet<string> {
  const oldParent = new Map(before.map((row) => [row.nodeId, row.parentId]));
  const oldPosition = positions(before);
  const moved = new Set<string>();
  for (const [parentId, siblings] of childrenByParent(after)) {
    const known = siblings.filter((row) => oldParent.has(row.nodeId));
    const stayed = known.filter((row) => oldParent.get(row.nodeId) === parentId);
    const spine = keep(
      stayed.map(({ nodeId }) => ({ nodeId, oldPosition: oldPosition.get(nodeId) ?? 0 })),
    );
    for (const row of known) if (!spine.has(row.nodeId)) moved.add(row.nodeId);
  }
  return moved;
}

/** Position of every node among its siblings, from 0. */
export function positions(rows: readonly TreeRow[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const siblings of childrenByParent(rows).values()) {
    siblings.forEach((row, index) => found.set(row.nodeId, index));
  }
  return found;
}

function keptInOrder(stays: readonly Stay[], untouched: ReadonlySet<string>): ReadonlySet<string> {
  const possible = compatible(stays, untouched);
  const kept = longestIncreasing(possible.map(({ oldPosition }) => oldPosition));
  return new Set(kept.flatMap((index) => possible[index]?.nodeId ?? []));
}

/** The stays that contradict none of the untouched ones before or after them. */
function compatible(stays: readonly Stay[], untouched: ReadonlySet<string>): readonly Stay[] {
  const upper: number[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (let index = stays.length - 1; index >= 0; index--) {
    upper[index] = lowest;
    const stay = stays[index];
    if (stay && untouched.has(stay.nodeId)) lowest = Math.min(lowest, stay.oldPosition);
  }
  let highest = -1;
  return stays.filter(({ nodeId, oldPosition }, index) => {
    const fits = highest < oldPosition && oldPosition < (upper[index] ?? 0);
    if (untouched.has(nodeId)) highest = Math.max(highest, oldPosition);
    return fits;
  });
}
