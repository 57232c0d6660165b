import { compatible, similarity, type Block } from './block-index.js';

/** Least similarity of the words of two blocks that are taken for one. */
export const SIMILAR_ENOUGH = 0.55;

/** Most pairs of blocks whose words are compared; beyond it only blocks near each other are. */
const MAX_COMPARISONS = 100_000;

/** Parts of a table row, which are the same by their column. */
const CELLS: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);

/** Blocks that usually hold one paragraph, which is then the same by its place. */
const HOLDERS: ReadonlySet<string> = new Set(['tableCell', 'tableHeader', 'listItem', 'taskItem']);

/** Which old block each new one was, as far as it was one, and the same the other way round. */
export class BlockMatches {
  private readonly olds = new Map<Block, Block>();
  private readonly news = new Map<Block, Block>();

  /** The old block that `block` of the new document was. */
  oldOf(block: Block): Block | undefined {
    return this.olds.get(block);
  }

  /** Whether an old block is still in the new document. */
  isKept(old: Block): boolean {
    return this.news.has(old);
  }

  /** Takes two blocks for one unless one of them is taken already or they cannot be one. */
  pair(old: Block | undefined, block: Block): boolean {
    if (!old || this.olds.has(block) || this.news.has(old) || !compatible(old, block)) return false;
    this.olds.set(block, old);
    this.news.set(old, block);
    return true;
  }
}

/**
 * Finds for every block of the new document the old block that it was: by id; by the blocks inside
 * it; by equal words, first under the same container; by similar words of the same type; and by
 * place, for cells of a row and for the one paragraph of a cell or list item.
 */
export function matchBlocks(before: readonly Block[], after: readonly Block[]): BlockMatches {
  const matches = new BlockMatches();
  const [rootBefore] = before;
  const [rootAfter] = after;
  if (rootAfter) matches.pair(rootBefore, rootAfter);
  byId(before, after, matches);
  byContent(after, matches);
  byEqualWords(before, after, matches);
  bySimilarWords(before, after, matches);
  byContent(after, matches);
  byPlace(after, matches);
  return matches;
}

function byId(before: readonly Block[], after: readonly Block[], matches: BlockMatches): void {
  const known = new Map<string, Block>();
  for (const block of before) {
    if (block.id !== null && !known.has(block.id)) known.set(block.id, block);
  }
  for (const block of after) {
    if (block.id !== null) matches.pair(known.get(block.id), block);
  }
}

/** A container is the old container that most of its children came from. Inner ones first. */
function byContent(after: readonly Block[], matches: BlockMatches): void {
  for (const block of [...after].reverse()) {
    if (block.shape !== 'container' || matches.oldOf(block)) continue;
    const votes = new Map<Block, number>();
    for (const child of block.children) {
      const from = matches.oldOf(child)?.parent;
      if (from?.node.type === block.node.type) votes.set(from, (votes.get(from) ?? 0) + 1);
    }
    const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
    matches.pair(winner?.[0], block);
  }
}

function byEqualWords(
  before: readonly Block[],
  after: readonly Block[],
  matches: BlockMatches,
): void {
  for (const block of after) pairUnderSameContainer(block, matches);
  const left = new Map<string, Block[]>();
  for (const old of before) {
    if (matches.isKept(old) || old.wordCount === 0) continue;
    left.set(old.likeness, [...(left.get(old.likeness) ?? []), old]);
  }
  for (const block of after) {
    if (matches.oldOf(block)) continue;
    const candidates = left.get(block.likeness);
    if (candidates && matches.pair(candidates[0], block)) candidates.shift();
  }
}

function pairUnderSameContainer(block: Block, matches: BlockMatches): void {
  const container = block.parent && matches.oldOf(block.parent);
  if (matches.oldOf(block) || !container) return;
  const equal = container.children.find(
    (old) => old.likeness === block.likeness && !matches.isKept(old),
  );
  matches.pair(equal, block);
}

interface Candidate {
  readonly old: Block;
  readonly block: Block;
  readonly score: number;
  readonly distance: number;
}

function bySimilarWords(
  before: readonly Block[],
  after: readonly Block[],
  matches: BlockMatches,
): void {
  const olds = before.filter((block) => !matches.isKept(block) && block.wordCount > 0);
  const news = after.filter((block) => !matches.oldOf(block) && block.wordCount > 0);
  const candidates: Candidate[] = [];
  const window = Math.max(1, Math.floor(MAX_COMPARISONS / Math.max(1, news.length) / 2));
  news.forEach((block, index) => {
    const near = Math.round((index * olds.length) / news.length);
    const from = Math.max(0, near - window);
    olds.slice(from, near + window).forEach((old, offset) => {
      const score = likeEnough(old, block) ? similarity(old, block) : 0;
      if (score < SIMILAR_ENOUGH) return;
      candidates.push({ old, block, score, distance: Math.abs(from + offset - near) });
    });
  });
  candidates.sort((a, b) => b.score - a.score || a.distance - b.distance);
  for (const { old, block } of candidates) matches.pair(old, block);
}

/** Cheap test before comparing words: the same type, and lengths that allow enough in common. */
function likeEnough(a: Block, b: Block): boolean {
  if (a.node.type !== b.node.type) return false;
  const most = 2 * Math.min(a.wordCount, b.wordCount);
  return most >= SIMILAR_ENOUGH * (a.wordCount + b.wordCount);
}

function byPlace(after: readonly Block[], matches: BlockMatches): void {
  for (const block of after) {
    const old = matches.oldOf(block);
    if (old?.children.length !== block.children.length) continue;
    const cells = [...old.children, ...block.children].every((cell) => CELLS.has(cell.node.type));
    if (!cells && !holdsOne(block)) continue;
    block.children.forEach((child, index) => {
      const counterpart = old.children[index];
      if (cells || counterpart?.node.type === child.node.type) matches.pair(counterpart, child);
    });
  }
}

function holdsOne(block: Block): boolean {
  return block.children.length === 1 && HOLDERS.has(block.node.type);
}
