import type { HashFunction } from '../../shared/bytes.js';
import type { RichNode } from '../rich-node.js';
import { blockIn, type BlockContent } from './document-side.js';
import type { LaidBlocks } from './lay-blocks.js';
import {
  conflictTriple,
  decisionFor,
  type BlockConflict,
  type BlockLayer,
  type Choice,
  type Resolution,
} from './merge-model.js';
import type { MergeSide, ThreeSides } from './merge-side.js';

/** The conflict at a block as people see it: the three texts, and the hashes of text and place. */
export function blockConflict(
  sides: ThreeSides<BlockContent>,
  laid: Pick<LaidBlocks, 'groups'>,
  { id, layers }: { readonly id: string; readonly layers: readonly BlockLayer[] },
  hash: HashFunction,
): BlockConflict {
  const group = laid.groups.get(id) ?? { ours: [], theirs: [] };
  const texts = {
    base: blocksOf(sides.base, [id]),
    ours: blocksOf(sides.ours, [id, ...group.ours]),
    theirs: blocksOf(sides.theirs, [id, ...group.theirs]),
  };
  const triple = conflictTriple(
    {
      base: [texts.base, placeOf(sides.base, id)],
      ours: [texts.ours, placeOf(sides.ours, id)],
      theirs: [texts.theirs, placeOf(sides.theirs, id)],
    },
    hash,
  );
  return { id, layers, ...texts, triple };
}

/** Which blocks stand at a decided place; null when nothing is decided about exactly these states. */
export function sideValue(
  conflict: BlockConflict,
  resolutions: readonly Resolution<readonly RichNode[]>[],
): readonly RichNode[] | null {
  const decision = decisionFor(resolutions, conflict);
  return decision === null ? null : blocksFor(conflict, decision);
}

/** The blocks that a decision puts at the place of a conflict. */
export function blocksFor(
  conflict: BlockConflict,
  decision: Choice<readonly RichNode[]>,
): readonly RichNode[] {
  if (decision.choice === 'written') return decision.written;
  if (decision.choice !== 'both') return conflict[decision.choice];
  const second = decision.first === 'ours' ? 'theirs' : 'ours';
  return [...conflict[decision.first], ...conflict[second].map(withoutIds)];
}

/** Both texts side by side cannot have the same ids: the second one gets new ones. */
function withoutIds(node: RichNode): RichNode {
  const { id: _id, ...attrs } = node.attrs ?? {};
  const content = node.content?.map(withoutIds);
  return {
    ...node,
    attrs,
    ...(content !== undefined && { content }),
  };
}

function blocksOf(side: MergeSide<BlockContent>, ids: readonly string[]): readonly RichNode[] {
  return ids.flatMap((id) => blockIn(side, id));
}

function placeOf(side: MergeSide<BlockContent>, id: string) {
  const item = side.items.get(id);
  if (item === undefined) return null;
  const siblings = side.children.get(item.parentId) ?? [];
  return { parentId: item.parentId, after: siblings[siblings.indexOf(id) - 1] ?? null };
}
