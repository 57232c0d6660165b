import { mergeExistence, type SameContent } from './merge-existence.js';
import { mergeOrder } from './merge-order.js';
import { mergePlacement } from './merge-placement.js';
import type { MergeItem, ThreeSides } from './merge-side.js';

export const STRUCTURE_LAYERS = ['existence', 'placement', 'cycle', 'order'] as const;

/** Where two sides can collide without touching a word. */
export type StructureLayer = (typeof STRUCTURE_LAYERS)[number];

/** A collision that holds an item as the base has it. */
export interface StructureConflict {
  readonly id: string;
  readonly layer: StructureLayer;
}

export const MERGE_NOTES = ['shared_gap', 'restored', 'emptied', 'dropped'] as const;

/** Something the merge decided by itself that people may want to look at. */
export interface MergeNote {
  readonly note: (typeof MERGE_NOTES)[number];
  readonly id: string;
}

/** The tree after the merge; contents are merged by whoever knows what they are. */
export interface MergedStructure {
  readonly order: ReadonlyMap<string | null, readonly string[]>;
  readonly parents: ReadonlyMap<string, string | null>;
  /** What stands as in the base whatever the sides made of it. */
  readonly asBase: ReadonlySet<string>;
  readonly conflicts: readonly StructureConflict[];
  readonly notes: readonly MergeNote[];
}

/** Merges existence, place and order; each by its own rule, so that independent changes never collide. */
export function mergeStructure<C>(sides: ThreeSides<C>, same: SameContent<C>): MergedStructure {
  const existence = mergeExistence(sides, same);
  const { parents, moved, cyclic, restored } = mergePlacement(sides, existence);
  const byParent = new Map<string | null, Set<string>>([[null, new Set()]]);
  for (const [id, parentId] of parents) {
    const siblings = byParent.get(parentId);
    if (siblings === undefined) byParent.set(parentId, new Set([id]));
    else siblings.add(id);
  }
  const order = new Map<string | null, readonly string[]>();
  const conflicts: StructureConflict[] = [
    ...[...existence.contested].map((id) => ({ id, layer: 'existence' as const })),
    ...[...moved].map((id) => ({ id, layer: 'placement' as const })),
    ...[...cyclic].map((id) => ({ id, layer: 'cycle' as const })),
  ];
  const notes: MergeNote[] = [...restored].map((id) => ({ note: 'restored' as const, id }));
  for (const [parentId, present] of byParent) {
    const merged = mergeOrder(sides, parentId, present);
    order.set(parentId, merged.order);
    conflicts.push(...merged.contested.map((id) => ({ id, layer: 'order' as const })));
    notes.push(...merged.sharedGaps.map((id) => ({ note: 'shared_gap' as const, id })));
  }
  const asBase = new Set([...existence.contested, ...existence.held, ...restored]);
  return { order, parents, asBase, conflicts, notes };
}

/** The three states of one item. */
export interface ThreeItems<C> {
  readonly base: MergeItem<C> | undefined;
  readonly ours: MergeItem<C> | undefined;
  readonly theirs: MergeItem<C> | undefined;
}

/** One item as the three sides have it. */
export function threeItems<C>({ base, ours, theirs }: ThreeSides<C>, id: string): ThreeItems<C> {
  return { base: base.items.get(id), ours: ours.items.get(id), theirs: theirs.items.get(id) };
}
