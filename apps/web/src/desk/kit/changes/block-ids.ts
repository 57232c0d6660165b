import type { BlockDiff } from '@cam-nang/domain';

/** Ids of a block and of everything in it, on both sides of a comparison. */
export function idsOf(block: BlockDiff): ReadonlySet<string> {
  const own = [block.id, block.idBefore].filter((id) => typeof id === 'string');
  return new Set([...own, ...block.children.flatMap((child) => [...idsOf(child)])]);
}

/** Whether a block or anything in it is among these. */
export function holdsBlock(block: BlockDiff, ids: ReadonlySet<string>): boolean {
  return ids.size > 0 && [...idsOf(block)].some((id) => ids.has(id));
}
