import type { RichNode } from '../rich-node.js';
import { plainText } from '../rich-node.js';
import { blockIn, type BlockContent } from './document-side.js';
import type { BlockLayer } from './merge-model.js';
import type { MergeSide, ThreeSides } from './merge-side.js';

/** Blocks of each side that belong to a conflict beside the one it is about. */
export interface BlockGroup {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/**
 * Blocks that a side made right behind a colliding one out of its words: a split paragraph. The base, which
 * is shown meanwhile, has those words already, so that they would stand there twice.
 */
export function splitOff(sides: ThreeSides<BlockContent>, id: string): BlockGroup {
  const words = wordsOf(sides.base, id);
  const of = (side: MergeSide<BlockContent>): readonly string[] => {
    const siblings = side.children.get(side.items.get(id)?.parentId ?? null) ?? [];
    const found: string[] = [];
    for (const next of siblings.slice(siblings.indexOf(id) + 1)) {
      const tail = wordsOf(side, next);
      const isNew = !sides.base.items.has(next) && tail !== '' && words.includes(tail);
      if (!isNew) break;
      found.push(next);
    }
    return side.items.has(id) ? found : [];
  };
  return { ours: of(sides.ours), theirs: of(sides.theirs) };
}

/**
 * Blocks into which a side joined the words of one that it took out and the other side worked on: as long as
 * that one is kept, they must not have its words as well.
 */
export function joinedInto(
  sides: ThreeSides<BlockContent>,
  layers: ReadonlyMap<string, readonly BlockLayer[]>,
): readonly string[] {
  const contested = [...layers].filter(([, found]) => found.includes('existence'));
  return contested.flatMap(([id]) => {
    const parentId = sides.base.items.get(id)?.parentId ?? null;
    const siblings = sides.base.children.get(parentId) ?? [];
    const previous = siblings[siblings.indexOf(id) - 1];
    const words = wordsOf(sides.base, id);
    if (previous === undefined || words === '') return [];
    const taker = sides.ours.items.has(id) ? sides.theirs : sides.ours;
    const took = wordsOf(taker, previous).endsWith(words);
    return took && !wordsOf(sides.base, previous).endsWith(words) ? [previous] : [];
  });
}

function wordsOf(side: MergeSide<BlockContent>, id: string): string {
  return blockIn(side, id)
    .map((block: RichNode) => plainText(block))
    .join('\n')
    .trim();
}
