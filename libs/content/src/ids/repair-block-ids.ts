import type { RichNode } from '@cam-nang/domain';

import { isBlockType } from '../document/attribute-rules.js';
import { BLOCK_ID } from '../document/block-id.js';
import type { DraftDocument, RichDocument } from '../document/document-types.js';
import { indexBlocks, type IndexedBlock } from './block-index.js';
import { matchOrphans } from './match-by-content.js';
import { matchClaims, matchEqualWords, matchUnchanged } from './match-by-id.js';
import { Matching } from './matching.js';

/** Makes an id for a new block; asked again, as often as there are ids, while the one it made is taken. */
export type BlockIdMaker = (block: RichNode) => string;

export interface RepairOptions {
  readonly newId: BlockIdMaker;
  /** The document that this one was made from: unchanged and reworded blocks keep its ids. */
  readonly base?: RichDocument | null;
}

/** Tries beyond the number of ids that are taken: a maker of random ones may repeat itself. */
const MORE_TRIES = 100;

/**
 * Gives every block one id of its own. The ids that the editor sends are hints: what says the same
 * as a block of the base has that block's id, what was reworded keeps it, a copy gets a new one.
 * Nothing but ids changes, and repairing twice changes nothing more.
 *
 * @throws Error when `newId` makes no unused id, though asked more often than there are ids in use
 */
export function repairBlockIds(
  document: DraftDocument | RichDocument,
  { newId, base = null }: RepairOptions,
): RichDocument {
  const blocks = indexBlocks(document);
  const matching = matchBlocks(blocks, base === null ? [] : indexBlocks(base));
  const ids = new Map<RichNode, string>();
  const used = new Set<string>();
  for (const block of blocks) {
    const id = matching.baseFor(block)?.id ?? null;
    if (id !== null) {
      ids.set(block.node, id);
      used.add(id);
    }
  }
  keepUnknownIds(blocks, matching, ids, used);
  for (const known of matching.base) if (known.id !== null) used.add(known.id);
  return withIds(
    document,
    (block) => ids.get(block) ?? unusedId(block, newId, used),
  ) as RichDocument;
}

function matchBlocks(
  blocks: readonly IndexedBlock[],
  baseBlocks: readonly IndexedBlock[],
): Matching {
  const matching = new Matching(blocks, baseBlocks);
  matchUnchanged(matching);
  matchEqualWords(matching);
  matchClaims(matching);
  matchOrphans(matching, orphansOf(matching));
  return matching;
}

/** Blocks without an id that they may keep. */
function orphansOf(matching: Matching): readonly IndexedBlock[] {
  const seen = new Set(matching.base.map((base) => base.id));
  return matching.blocks.filter((block) => {
    if (matching.isMatched(block)) return false;
    const isOrphan = !canKeep(block) || seen.has(block.id);
    seen.add(block.id);
    return isOrphan;
  });
}

function canKeep(block: IndexedBlock): boolean {
  return block.id !== null && BLOCK_ID.test(block.id);
}

/** Ids that the base does not know belong to blocks made since; the first of equal ones keeps it. */
function keepUnknownIds(
  blocks: readonly IndexedBlock[],
  matching: Matching,
  ids: Map<RichNode, string>,
  used: Set<string>,
): void {
  const ofBase = new Set(matching.base.map((base) => base.id));
  for (const block of blocks) {
    if (matching.isMatched(block) || !canKeep(block) || block.id === null) continue;
    if (ofBase.has(block.id) || used.has(block.id)) continue;
    ids.set(block.node, block.id);
    used.add(block.id);
  }
}

function unusedId(block: RichNode, newId: BlockIdMaker, used: Set<string>): string {
  for (let tries = used.size + MORE_TRIES; tries > 0; tries--) {
    const id = newId(block);
    if (BLOCK_ID.test(id) && !used.has(id)) {
      used.add(id);
      return id;
    }
  }
  throw new Error('the id maker gives no unused block id');
}

function withIds(node: RichNode, idOf: (block: RichNode) => string): RichNode {
  const attrs = isBlockType(node.type) ? { ...node.attrs, id: idOf(node) } : node.attrs;
  const content = node.content?.map((child) => withIds(child, idOf));
  return {
    ...node,
    ...(attrs !== undefined && { attrs }),
    ...(content !== undefined && { content }),
  };
}
