import { similarity, type IndexedBlock } from './block-index.js';
import { groupBy, isSameKind, isTied, type Matching } from './matching.js';

/** The share of words in common from which two blocks count as one that was reworded. */
const SIMILAR = 0.55;
/** Comparisons that one level of a document may take; what is too large looks less far around. */
const MOST_COMPARISONS = 60_000;
const FEWEST_CANDIDATES = 20;

interface Candidate {
  readonly block: IndexedBlock;
  readonly base: IndexedBlock;
  readonly score: number;
}

/**
 * Finds the base of blocks that carry no id, from the top of the tree downwards, so that what holds
 * a block is settled before the block itself.
 */
export function matchOrphans(matching: Matching, orphans: readonly IndexedBlock[]): void {
  const levels = groupBy(orphans, (block) => block.depth);
  for (const depth of [...levels.keys()].sort((a, b) => a - b)) {
    const level = levels.get(depth) ?? [];
    matchEqualSiblings(matching, level);
    matchSimilar(matching, level);
    matchByPlace(matching, level);
  }
}

function unmatched(matching: Matching, level: readonly IndexedBlock[]): readonly IndexedBlock[] {
  return level.filter((block) => !matching.isMatched(block));
}

/** Equal words under the same parent, however few they are; of several, in their order. */
function matchEqualSiblings(matching: Matching, level: readonly IndexedBlock[]): void {
  const free = matching.base.filter((base) => !matching.isTaken(base));
  const byParent = groupBy(free, (base) => base.parent);
  const queues = new Map<IndexedBlock | null, Map<string, IndexedBlock[]>>();
  for (const block of unmatched(matching, level)) {
    const parent = block.parent === null ? null : matching.baseFor(block.parent);
    if (parent === undefined) continue;
    const queue =
      queues.get(parent) ?? groupBy(byParent.get(parent) ?? [], (base) => base.fingerprint);
    queues.set(parent, queue);
    const base = queue.get(block.fingerprint)?.shift();
    if (base !== undefined) matching.match(block, base);
  }
}

/** Reworded blocks: the most similar pairs first. */
function matchSimilar(matching: Matching, level: readonly IndexedBlock[]): void {
  const free = matching.base.filter((base) => !matching.isTaken(base));
  const byType = groupBy(free, (base) => base.node.type);
  const open = unmatched(matching, level);
  const reach = Math.max(FEWEST_CANDIDATES, Math.floor(MOST_COMPARISONS / (open.length + 1)));
  const candidates = open.flatMap((block) => {
    const bases = around(byType.get(block.node.type) ?? [], block.order, reach);
    return candidatesFor(matching, block, bases);
  });
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      Math.abs(a.block.order - a.base.order) - Math.abs(b.block.order - b.base.order),
  );
  for (const { block, base } of candidates) {
    if (!matching.isMatched(block) && !matching.isTaken(base)) matching.match(block, base);
  }
}

function candidatesFor(
  matching: Matching,
  block: IndexedBlock,
  bases: readonly IndexedBlock[],
): readonly Candidate[] {
  return bases
    .filter((base) => mayBecome(matching, block, base))
    .map((base) => ({ block, base, score: similarity(block, base) }))
    .filter(({ score }) => score >= SIMILAR);
}

/** The blocks nearest in reading order; the list is in reading order. */
function around(
  bases: readonly IndexedBlock[],
  order: number,
  reach: number,
): readonly IndexedBlock[] {
  if (bases.length <= reach) return bases;
  const after = bases.findIndex((base) => base.order >= order);
  const middle = after < 0 ? bases.length : after;
  const start = Math.max(0, Math.min(middle - Math.floor(reach / 2), bases.length - reach));
  return bases.slice(start, start + reach);
}

/** Rows stay in their table and cells in their row; everything else may move. */
function mayBecome(matching: Matching, block: IndexedBlock, base: IndexedBlock): boolean {
  const stays = block.node.type === 'tableRow' || isTied(block);
  return !stays || matching.haveSameParent(block, base);
}

/** Wholly reworded blocks that only their place tells: the n-th cell of a row, an only child. */
function matchByPlace(matching: Matching, level: readonly IndexedBlock[]): void {
  const children = groupBy(matching.blocks, (block) => block.parent);
  const baseChildren = groupBy(matching.base, (base) => base.parent);
  for (const block of unmatched(matching, level)) {
    const baseParent = block.parent === null ? undefined : matching.baseFor(block.parent);
    if (baseParent === undefined) continue;
    const siblings = children.get(block.parent) ?? [];
    const base = inSamePlace(block, siblings, baseChildren.get(baseParent) ?? []);
    if (base !== undefined && !matching.isTaken(base)) matching.match(block, base);
  }
}

function inSamePlace(
  block: IndexedBlock,
  siblings: readonly IndexedBlock[],
  bases: readonly IndexedBlock[],
): IndexedBlock | undefined {
  if (block.parent?.node.type === 'tableRow') {
    return siblings.length === bases.length ? bases[block.position] : undefined;
  }
  const alike = bases.filter((base) => isSameKind(base, block));
  const isOnly = siblings.filter((sibling) => isSameKind(sibling, block)).length === 1;
  return isOnly && alike.length === 1 ? alike[0] : undefined;
}
