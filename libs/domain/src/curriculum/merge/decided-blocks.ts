import type { HashFunction } from '../../shared/bytes.js';
import { blockId, type RichNode } from '../rich-node.js';
import { blockConflict, blocksFor } from './block-conflicts.js';
import type { BlockContent } from './document-side.js';
import type { LaidBlocks } from './lay-blocks.js';
import { decisionFor, type BlockConflict, type Choice, type Resolution } from './merge-model.js';
import { mergeSide, type MergeSide, type ThreeSides } from './merge-side.js';
import type { MergeNote } from './merge-structure.js';
import { neutralSides, type SideChoice } from './neutral-sides.js';

type Decision = Choice<readonly RichNode[]>;

/** Blocks after every decision that fits, and the conflicts that are left. */
export interface DecidedDocument {
  readonly blocks: readonly RichNode[];
  readonly conflicts: readonly BlockConflict[];
  readonly notes: readonly MergeNote[];
}

interface Given {
  readonly hash: HashFunction;
  readonly resolutions?: readonly Resolution<readonly RichNode[]>[];
}

/** Lays blocks out again and again, each time with the decisions that the last time made sense of. */
export function decided(
  sides: ThreeSides<BlockContent>,
  { hash, resolutions = [] }: Given,
  lay: (sides: ThreeSides<BlockContent>) => LaidBlocks,
): DecidedDocument {
  const decisions = new Map<string, { conflict: BlockConflict; decision: Decision }>();
  for (;;) {
    const laid = lay(applied(sides, decisions));
    const conflicts = [...laid.layers]
      .filter(([id]) => !decisions.has(id))
      .map(([id, layers]) => blockConflict(sides, laid, { id, layers }, hash));
    const fresh = conflicts.flatMap((conflict) => {
      const decision = decisionFor(resolutions, conflict);
      return decision === null ? [] : [{ conflict, decision }];
    });
    if (fresh.length === 0) {
      return { blocks: written(laid.blocks, decisions), conflicts, notes: laid.notes };
    }
    for (const found of fresh) decisions.set(found.conflict.id, found);
  }
}

type Decisions = ReadonlyMap<
  string,
  { readonly conflict: BlockConflict; readonly decision: Decision }
>;

/** Decided conflicts as ordinary changes of one side; what the other side split off goes with its words. */
function applied(sides: ThreeSides<BlockContent>, decisions: Decisions): ThreeSides<BlockContent> {
  const choices = new Map<string, SideChoice>();
  const gone = { ours: new Set<string>(), theirs: new Set<string>() };
  for (const [id, { conflict, decision }] of decisions) {
    const chosen = chosenSide(conflict, decision);
    choices.set(id, chosen);
    const other = chosen === 'ours' ? 'theirs' : 'ours';
    for (const block of conflict[other].slice(1)) gone[other].add(blockId(block) ?? '');
    if (decision.choice === 'both' || decision.choice === 'written') {
      for (const block of conflict[chosen].slice(1)) gone[chosen].add(blockId(block) ?? '');
    }
  }
  const { base, ours, theirs } = neutralSides(sides, choices);
  return { base, ours: withoutBlocks(ours, gone.ours), theirs: withoutBlocks(theirs, gone.theirs) };
}

/** The side whose place a decided block takes: for words of one's own, one that still has the block. */
function chosenSide(conflict: BlockConflict, decision: Decision): SideChoice {
  if (decision.choice === 'ours' || decision.choice === 'theirs') return decision.choice;
  if (decision.choice === 'both' && conflict[decision.first].length > 0) return decision.first;
  return conflict.ours.length > 0 ? 'ours' : 'theirs';
}

function withoutBlocks(
  side: MergeSide<BlockContent>,
  gone: ReadonlySet<string>,
): MergeSide<BlockContent> {
  if (gone.size === 0) return side;
  return mergeSide([...side.items.values()].filter(({ id }) => !gone.has(id)));
}

/** Puts both texts, or the words somebody wrote, in the place of the block. */
function written(blocks: readonly RichNode[], decisions: Decisions): readonly RichNode[] {
  return blocks.flatMap((block): readonly RichNode[] => {
    const found = decisions.get(blockId(block) ?? '');
    const choice = found?.decision.choice;
    if (found !== undefined && (choice === 'both' || choice === 'written')) {
      return blocksFor(found.conflict, found.decision);
    }
    if (!(block.content ?? []).some((child) => blockId(child) !== null)) return [block];
    return [{ ...block, content: written(block.content ?? [], decisions) }];
  });
}
