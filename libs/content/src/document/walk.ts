import type { RichNode } from '@cam-nang/domain';

import { isBlockType } from './attribute-rules.js';

/** Blocks of a subtree in reading order, itself included. */
export function* walkBlocks(node: RichNode): Generator<RichNode> {
  if (isBlockType(node.type)) yield node;
  for (const child of node.content ?? []) yield* walkBlocks(child);
}
