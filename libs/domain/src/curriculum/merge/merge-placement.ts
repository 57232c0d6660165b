import type { Existence } from './merge-existence.js';
import type { MergeItem, ThreeSides } from './merge-side.js';
import { mergeAtom } from './merge-values.js';

/** Where everything stands after the merge. */
export interface Placements {
  readonly parents: ReadonlyMap<string, string | null>;
  /** Moved to different parents: in the base's place until somebody decides. */
  readonly moved: ReadonlySet<string>;
  /** Moved into each other: likewise. */
  readonly cyclic: ReadonlySet<string>;
  /** Gone on both sides, and back because something contested stands in them. */
  readonly restored: ReadonlySet<string>;
}

/** Parents field by field; what would leave the tree goes back to where the base has it. */
export function mergePlacement<C>(sides: ThreeSides<C>, existence: Existence): Placements {
  const parents = new Map<string, string | null>();
  const moved = new Set<string>();
  for (const id of existence.kept) {
    const still = existence.contested.has(id) || existence.held.has(id);
    const base = sides.base.items.get(id);
    if (still && base !== undefined) {
      parents.set(id, base.parentId);
      continue;
    }
    const { parentId, conflict } = parentOf(
      base,
      sides.ours.items.get(id),
      sides.theirs.items.get(id),
    );
    parents.set(id, parentId);
    if (conflict) moved.add(id);
  }
  const restored = restoreParents(sides, parents);
  const cyclic = breakCycles(sides, parents);
  for (const id of restoreParents(sides, parents)) restored.add(id);
  return { parents, moved, cyclic, restored };
}

function parentOf<C>(
  base: MergeItem<C> | undefined,
  ours: MergeItem<C> | undefined,
  theirs: MergeItem<C> | undefined,
): { readonly parentId: string | null; readonly conflict: boolean } {
  const [mine, yours] = [ours ?? theirs, theirs ?? ours].map((item) => item?.parentId ?? null);
  if (base !== undefined) {
    const { value, conflict } = mergeAtom(base.parentId, mine ?? null, yours ?? null);
    return { parentId: value, conflict };
  }
  // Made on both sides under one id: no base to go back to, so the same choice for either order.
  const [first = null] = [mine ?? '', yours ?? ''].sort();
  return { parentId: first === '' ? null : first, conflict: mine !== yours };
}

/** Brings parents back that nobody kept, up to the top. */
function restoreParents<C>(
  { base }: ThreeSides<C>,
  parents: Map<string, string | null>,
): Set<string> {
  const restored = new Set<string>();
  const open = [...parents.values()];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === null || parents.has(id)) continue;
    const parentId = base.items.get(id)?.parentId ?? null;
    parents.set(id, parentId);
    restored.add(id);
    open.push(parentId);
  }
  return restored;
}

/** Whatever moved and stands in a circle goes back; the base has no circles, so this ends. */
function breakCycles<C>(
  { base }: ThreeSides<C>,
  parents: Map<string, string | null>,
): ReadonlySet<string> {
  const cyclic = new Set<string>();
  for (let circle = findCycle(parents); circle !== null; circle = findCycle(parents)) {
    for (const id of circle) {
      const before = base.items.get(id)?.parentId;
      if (before !== undefined && parents.get(id) === before) continue;
      parents.set(id, before ?? null);
      cyclic.add(id);
    }
  }
  return cyclic;
}

function findCycle(parents: ReadonlyMap<string, string | null>): readonly string[] | null {
  const sound = new Set<string>();
  for (const start of [...parents.keys()].sort()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | null = start;
    while (at !== null && !sound.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && onPath.has(at)) return path.slice(path.indexOf(at));
    for (const id of path) sound.add(id);
  }
  return null;
}
