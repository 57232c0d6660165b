import {
  insideOf,
  itemsInOrder,
  mergeSide,
  type MergeItem,
  type MergeSide,
  type ThreeSides,
} from './merge-side.js';

/** Which side counts at an item. */
export type SideChoice = 'ours' | 'theirs';

/**
 * The sides as if only the chosen one had touched the items: the other one has them as the base does, at
 * the base's place. So a decided conflict is an ordinary change of one side, and every rule still holds.
 */
export function neutralSides<C>(
  sides: ThreeSides<C>,
  choices: ReadonlyMap<string, SideChoice>,
): ThreeSides<C> {
  const { base } = sides;
  const depths = new Map(itemsInOrder(base).map(({ id }, index) => [id, index]));
  const depth = (id: string) => depths.get(id) ?? depths.size;
  const ordered = [...choices].sort(([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const result = { ours: sides.ours, theirs: sides.theirs };
  for (const [id, choice] of ordered) {
    const other = choice === 'ours' ? 'theirs' : 'ours';
    result[choice] = withItem(result[choice], sides[choice], id);
    result[other] = asBase(result[other], base, id);
    if (!result[choice].items.has(id)) result[other] = emptied(result[other], base, id);
  }
  return { base, ...result };
}

/** An item as another state of its side has it. */
function withItem<C>(side: MergeSide<C>, from: MergeSide<C>, id: string): MergeSide<C> {
  const wanted = from.items.get(id);
  if (wanted === undefined) return side.items.has(id) ? without(side, [id]) : side;
  return side.items.get(id) === wanted ? side : put(side, from, wanted);
}

/** An item as the base has it, with everything in it that the side took out along with it. */
function asBase<C>(side: MergeSide<C>, base: MergeSide<C>, id: string): MergeSide<C> {
  const before = base.items.get(id);
  if (before === undefined) return without(side, [id, ...insideOf(side, id)]);
  let result = put(side, base, before);
  if (side.items.has(id)) return result;
  for (const inner of insideOf(base, id)) {
    const item = base.items.get(inner);
    if (item !== undefined && !result.items.has(inner)) result = put(result, base, item);
  }
  return result;
}

/** An item without what its side put into it: that goes along, or back to where it came from. */
function emptied<C>(side: MergeSide<C>, base: MergeSide<C>, id: string): MergeSide<C> {
  let result = side;
  for (const inner of insideOf(side, id)) {
    const before = base.items.get(inner);
    if (before === undefined) result = without(result, [inner]);
    else if (before.parentId !== side.items.get(inner)?.parentId)
      result = put(result, base, before);
  }
  return result;
}

/** Puts an item behind the nearest of its left neighbours that stands there too. */
function put<C>(side: MergeSide<C>, from: MergeSide<C>, item: MergeItem<C>): MergeSide<C> {
  const list = [...side.items.values()].filter(({ id }) => id !== item.id);
  const siblings = from.children.get(item.parentId) ?? [];
  const before = siblings.slice(0, siblings.indexOf(item.id)).reverse();
  const left = before.find((id) => list.some((o) => o.id === id && o.parentId === item.parentId));
  const at =
    left === undefined
      ? list.findIndex(({ parentId }) => parentId === item.parentId)
      : list.findIndex(({ id }) => id === left) + 1;
  list.splice(at < 0 ? list.length : at, 0, item);
  return mergeSide(list);
}

function without<C>(side: MergeSide<C>, ids: readonly string[]): MergeSide<C> {
  const gone = new Set(ids);
  return mergeSide([...side.items.values()].filter((item) => !gone.has(item.id)));
}
