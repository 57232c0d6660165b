import { similarity, type IndexedBlock } from './block-index.js';
import { groupBy, isTied, type Matching } from './matching.js';

/** Fewer words than this may stand anywhere by chance ("Có", "Báo cáo"). */
const DISTINCTIVE_WORDS = 4;

/** Blocks that carry an id of the base and still say the same are what they claim to be. */
export function matchUnchanged(matching: Matching): void {
  const baseById = new Map(matching.base.map((block) => [block.id, block]));
  for (const block of matching.blocks) {
    const base = block.id === null ? undefined : baseById.get(block.id);
    if (base === undefined || matching.isTaken(base)) continue;
    if (base.fingerprint === block.fingerprint) matching.match(block, base);
  }
}

/**
 * Blocks that say word for word what a block of the base says are that block, whatever id they
 * carry: pressing Enter at the start of a paragraph leaves the id on the empty half.
 */
export function matchEqualWords(matching: Matching): void {
  const free = matching.base.filter((base) => !matching.isTaken(base) && isDistinctive(base));
  const byFingerprint = groupBy(free, (base) => base.fingerprint);
  for (const block of matching.blocks) {
    if (matching.isMatched(block) || !isDistinctive(block)) continue;
    const base = byFingerprint.get(block.fingerprint)?.shift();
    if (base !== undefined) matching.match(block, base);
  }
}

function isDistinctive(block: IndexedBlock): boolean {
  return block.wordCount >= DISTINCTIVE_WORDS && !isTied(block);
}

/** A changed block is still the block whose id it carries; of several, the most similar one. */
export function matchClaims(matching: Matching): void {
  const open = matching.blocks.filter((block) => block.id !== null && !matching.isMatched(block));
  const claims = groupBy(open, (block) => block.id);
  for (const base of matching.base) {
    if (matching.isTaken(base)) continue;
    const best = mostSimilar(base, claims.get(base.id) ?? []);
    if (best !== null) matching.match(best, base);
  }
}

function mostSimilar(base: IndexedBlock, claims: readonly IndexedBlock[]): IndexedBlock | null {
  let best: IndexedBlock | null = null;
  let bestScore = -1;
  for (const block of claims) {
    const score = similarity(block, base);
    if (score > bestScore) [best, bestScore] = [block, score];
  }
  return best;
}
