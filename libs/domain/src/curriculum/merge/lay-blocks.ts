import type { RichNode } from '../rich-node.js';
import { blockOf, type BlockContent } from './document-side.js';
import { mergeBlock, sameBlock, type MergedBlock } from './merge-block.js';
import type { BlockLayer } from './merge-model.js';
import type { MergeSide, ThreeSides } from './merge-side.js';
import {
  mergeStructure,
  threeItems,
  type MergedStructure,
  type MergeNote,
} from './merge-structure.js';
import { joinedInto, splitOff, type BlockGroup } from './split-blocks.js';

/** Blocks of a merge before anything is decided. */
export interface LaidBlocks {
  /** The blocks below a parent, made of the contents after the merge. */
  readonly blocks: readonly RichNode[];
  /** Colliding blocks with the layers in which they do. */
  readonly layers: ReadonlyMap<string, readonly BlockLayer[]>;
  /** Blocks that a side made of the tail of a colliding one: part of that conflict. */
  readonly groups: ReadonlyMap<string, BlockGroup>;
  readonly notes: readonly MergeNote[];
}

/** Merges the blocks of three documents. `named` gives the layer of blocks that collide as one. */
export function layBlocks(
  sides: ThreeSides<BlockContent>,
  named: ReadonlyMap<string, BlockLayer>,
): LaidBlocks {
  const structure = mergeStructure(sides, sameBlock);
  const { contents, layers } = mergeContents(sides, structure, named);
  for (const id of joinedInto(sides, layers)) addLayer(layers, id, 'text');
  const groups = new Map<string, BlockGroup>();
  const withheld = new Set<string>();
  for (const id of layers.keys()) {
    const group = splitOff(sides, id);
    groups.set(id, group);
    for (const other of [...group.ours, ...group.theirs]) withheld.add(other);
    const before = sides.base.items.get(id);
    if (before !== undefined) contents.set(id, before.content);
  }
  const notes = [...structure.notes];
  const blocks = assemble({ sides, structure, contents, withheld, notes, layers }, null);
  return { blocks, layers, groups, notes };
}

function addLayer(layers: Map<string, BlockLayer[]>, id: string, layer: BlockLayer): void {
  const known = layers.get(id);
  if (known === undefined) layers.set(id, [layer]);
  else if (!known.includes(layer)) known.push(layer);
}

function mergeContents(
  sides: ThreeSides<BlockContent>,
  structure: MergedStructure,
  named: ReadonlyMap<string, BlockLayer>,
) {
  const contents = new Map<string, BlockContent>();
  const layers = new Map<string, BlockLayer[]>();
  for (const { id, layer } of structure.conflicts) addLayer(layers, id, layer);
  for (const id of structure.parents.keys()) {
    const merged = mergeOwn(sides, structure, id);
    if (merged === null) continue;
    contents.set(id, merged.content);
    for (const layer of merged.layers) addLayer(layers, id, named.get(id) ?? layer);
  }
  return { contents, layers };
}

/** What a block says by itself; null when no side has it. */
function mergeOwn(
  sides: ThreeSides<BlockContent>,
  { asBase }: MergedStructure,
  id: string,
): MergedBlock | null {
  const { base, ours, theirs } = threeItems(sides, id);
  const alone = (item: typeof base) =>
    item === undefined ? null : { content: item.content, layers: [] };
  if (asBase.has(id) && base !== undefined) return alone(base);
  if (ours === undefined || theirs === undefined) return alone(ours ?? theirs ?? base);
  if (base === undefined) return mergeNew(ours.content, theirs.content);
  return mergeBlock(base.content, ours.content, theirs.content);
}

/**
 * Two blocks under one new id: what they do not say alike collides. There is no base to hold meanwhile, so one
 * of them is held, the same in either order.
 */
function mergeNew(ours: BlockContent, theirs: BlockContent): MergedBlock {
  const { content, layers } = mergeBlock(NOTHING, ours, theirs);
  if (layers.length === 0) return { content, layers };
  const isFirst = JSON.stringify(ours) <= JSON.stringify(theirs);
  return { content: isFirst ? ours : theirs, layers };
}

const NOTHING: BlockContent = { type: '', attrs: {}, line: [], whole: null };

interface Assembly {
  readonly sides: ThreeSides<BlockContent>;
  readonly structure: MergedStructure;
  readonly contents: ReadonlyMap<string, BlockContent>;
  readonly withheld: ReadonlySet<string>;
  readonly layers: ReadonlyMap<string, readonly BlockLayer[]>;
  readonly notes: MergeNote[];
}

function assemble(assembly: Assembly, parentId: string | null): readonly RichNode[] {
  const { structure, contents, withheld, notes } = assembly;
  return (structure.order.get(parentId) ?? []).flatMap((id): RichNode[] => {
    const content = contents.get(id);
    if (content === undefined || withheld.has(id)) return [];
    const children = assemble(assembly, id);
    if (children.length === 0 && wasEmptied(assembly, id)) {
      if (!assembly.layers.has(id)) notes.push({ note: 'emptied', id });
      return [];
    }
    return [blockOf(id, content, children)];
  });
}

/** A list whose entries went one by one on both sides: nobody wants an empty one. */
function wasEmptied({ sides }: Assembly, id: string): boolean {
  const filled = (side: MergeSide<BlockContent>) => (side.children.get(id) ?? []).length > 0;
  return [sides.base, sides.ours, sides.theirs].every(
    (side) => !side.items.has(id) || filled(side),
  );
}
