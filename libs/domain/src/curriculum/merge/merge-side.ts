import { longestIncreasing } from '../diff/longest-increasing.js';

/** A thing of a tree: a node of a curriculum, a block of a document. Null parent is the top. */
export interface MergeItem<C> {
  readonly id: string;
  readonly parentId: string | null;
  readonly content: C;
}

/** One of the three trees of a merge. */
export interface MergeSide<C> {
  readonly items: ReadonlyMap<string, MergeItem<C>>;
  readonly children: ReadonlyMap<string | null, readonly string[]>;
}

/** What both sides come from, and the two sides. The merge does not care which is which. */
export interface ThreeSides<C> {
  readonly base: MergeSide<C>;
  readonly ours: MergeSide<C>;
  readonly theirs: MergeSide<C>;
}

/** A tree of items in the order of siblings. */
export function mergeSide<C>(items: Iterable<MergeItem<C>>): MergeSide<C> {
  const byId = new Map<string, MergeItem<C>>();
  const children = new Map<string | null, string[]>();
  for (const item of items) {
    byId.set(item.id, item);
    const siblings = children.get(item.parentId);
    if (siblings === undefined) children.set(item.parentId, [item.id]);
    else siblings.push(item.id);
  }
  return { items: byId, children };
}

/** The items of a tree, each before what is in it. */
export function itemsInOrder<C>(
  side: MergeSide<C>,
  from: string | null = null,
): readonly MergeItem<C>[] {
  return (side.children.get(from) ?? []).flatMap((id) => {
    const item = side.items.get(id);
    return item === undefined ? [] : [item, ...itemsInOrder(side, id)];
  });
}

/** Everything that is in an item, however deep. */
export function insideOf<C>(side: MergeSide<C>, id: string): readonly string[] {
  return itemsInOrder(side, id).map((item) => item.id);
}

/** Siblings of the base that left the longest run which kept its order on a side. */
export function reordered<C>(
  base: MergeSide<C>,
  side: MergeSide<C>,
  parentId: string | null,
): ReadonlySet<string> {
  const place = new Map((base.children.get(parentId) ?? []).map((id, index) => [id, index]));
  const stayed = (side.children.get(parentId) ?? []).filter((id) => place.has(id));
  const kept = new Set(longestIncreasing(stayed.map((id) => place.get(id) ?? 0)));
  return new Set(stayed.filter((_id, index) => !kept.has(index)));
}
