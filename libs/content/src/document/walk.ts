import { isBlockType } from './attribute-rules.js';
import type { NodeJson } from './document-types.js';

/** Blocks of a subtree in reading order, itself included. */
export function* walkBlocks(node: NodeJson): Generator<NodeJson> {
  if (isBlockType(node.type)) yield node;
  for (const child of node.content ?? []) yield* walkBlocks(child);
}

/** The id of a block, or null where it has none. */
export function blockId(node: NodeJson): string | null {
  const id = node.attrs?.['id'];
  return typeof id === 'string' ? id : null;
}
