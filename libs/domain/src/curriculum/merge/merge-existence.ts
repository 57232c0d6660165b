import { insideOf, type MergeItem, type MergeSide, type ThreeSides } from './merge-side.js';

/** Whether two contents say the same. */
export type SameContent<C> = (a: C, b: C) => boolean;

/** What is there after the merge. */
export interface Existence {
  readonly kept: ReadonlySet<string>;
  /** Taken out on one side and worked on on the other: kept as in the base until somebody decides. */
  readonly contested: ReadonlySet<string>;
  /** Kept as in the base because something around them is contested. */
  readonly held: ReadonlySet<string>;
}

/**
 * Deleting wins over "unchanged". Against an edit, a move, or anything put into it, it is a conflict: then
 * the item stands as it did, with all that went away with it.
 */
export function mergeExistence<C>(sides: ThreeSides<C>, same: SameContent<C>): Existence {
  const { base, ours, theirs } = sides;
  const worked = {
    ours: workedOn({ base, side: ours, other: theirs }, same),
    theirs: workedOn({ base, side: theirs, other: ours }, same),
  };
  const kept = new Set<string>();
  const contested = new Set<string>();
  for (const id of new Set([...base.items.keys(), ...ours.items.keys(), ...theirs.items.keys()])) {
    const isContested = isTakenFromWork(sides, worked, id);
    if (isContested) contested.add(id);
    if (isContested || isWhole(sides, id)) kept.add(id);
  }
  return { kept, contested, held: heldAlong(sides, contested, kept) };
}

/** Whether nobody took it out: new, or still there on both sides. */
function isWhole<C>({ base, ours, theirs }: ThreeSides<C>, id: string): boolean {
  return !base.items.has(id) || (ours.items.has(id) && theirs.items.has(id));
}

/** Whether one side took out what the other worked on. */
function isTakenFromWork<C>(
  sides: ThreeSides<C>,
  worked: Readonly<Record<'ours' | 'theirs', ReadonlySet<string>>>,
  id: string,
): boolean {
  if (isWhole(sides, id)) return false;
  return (['ours', 'theirs'] as const).some(
    (side) => sides[side].items.has(id) && worked[side].has(id),
  );
}

/** Puts back what went away along with something contested, so that it is not shown emptied. */
function heldAlong<C>(
  { base, ours, theirs }: ThreeSides<C>,
  contested: ReadonlySet<string>,
  kept: Set<string>,
): ReadonlySet<string> {
  const held = new Set<string>();
  for (const id of contested) {
    for (const inner of insideOf(base, id)) {
      const there = ours.items.has(inner) || theirs.items.has(inner);
      if (!there || kept.has(inner)) continue;
      held.add(inner);
      kept.add(inner);
    }
  }
  return held;
}

/**
 * Items that a side changed, moved to another parent or put something into, at any depth. Work on what the
 * other side kept elsewhere is no work on what it was taken out of.
 */
function workedOn<C>(
  { base, side, other }: Readonly<Record<'base' | 'side' | 'other', MergeSide<C>>>,
  same: SameContent<C>,
): ReadonlySet<string> {
  const worked = new Set<string>();
  const reached = new Set<string>();
  for (const item of side.items.values()) {
    if (!isWorked(base.items.get(item.id), item, same)) continue;
    worked.add(item.id);
    let at: MergeItem<C> | undefined = item;
    while (at?.parentId && staysWith(at, base, other) && !reached.has(at.id)) {
      reached.add(at.id);
      worked.add(at.parentId);
      at = side.items.get(at.parentId);
    }
  }
  return worked;
}

/** Whether an item goes down with its parent: the other side does not have it, or it was put there. */
function staysWith<C>(item: MergeItem<C>, base: MergeSide<C>, other: MergeSide<C>): boolean {
  return !other.items.has(item.id) || base.items.get(item.id)?.parentId !== item.parentId;
}

function isWorked<C>(
  before: MergeItem<C> | undefined,
  item: MergeItem<C>,
  same: SameContent<C>,
): boolean {
  if (before === undefined) return true;
  return before.parentId !== item.parentId || !same(before.content, item.content);
}
