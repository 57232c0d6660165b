import { isStudied } from '../canon/study-form.js';
import type { BlockDiff, DocumentDiffCounts } from './document-diff-model.js';
import { addWords, NO_WORDS } from './tokens.js';

const NOTHING: DocumentDiffCounts = {
  words: NO_WORDS,
  added: 0,
  removed: 0,
  moved: 0,
  changed: 0,
  formatted: 0,
};

/** Counts what differs in a block and everything in it. */
export function countDifferences(block: BlockDiff, above?: BlockDiff): DocumentDiffCounts {
  const inside = block.children.map((child) => countDifferences(child, block));
  return [ownCounts(block, above), ...inside].reduce(add, NOTHING);
}

/** Whether a block's own words, type or meaningful attributes differ. */
export function isReworded(block: BlockDiff): boolean {
  if (block.typeBefore !== undefined) return true;
  const attribute = block.attributeChanges.some(({ path }) => isStudied(block.type, path[0] ?? ''));
  return attribute || block.inline.some(({ op }) => op === 'insert' || op === 'delete');
}

/** Whether a block's own formatting differs. */
export function isReformatted(block: BlockDiff): boolean {
  const attribute = block.attributeChanges.some(
    ({ path }) => !isStudied(block.type, path[0] ?? ''),
  );
  return attribute || block.inline.some(({ op }) => op === 'format');
}

function ownCounts(block: BlockDiff, above: BlockDiff | undefined): DocumentDiffCounts {
  const changed = block.status === 'changed' && isReworded(block);
  const formatted = block.status === 'changed' && !changed && isReformatted(block);
  const outermost = block.status !== above?.status;
  return {
    words: block.words,
    added: Number(block.status === 'added' && outermost),
    removed: Number(block.status === 'removed' && outermost),
    moved: Number(block.moved),
    changed: Number(changed),
    formatted: Number(formatted),
  };
}

function add(a: DocumentDiffCounts, b: DocumentDiffCounts): DocumentDiffCounts {
  return {
    words: addWords([a.words, b.words]),
    added: a.added + b.added,
    removed: a.removed + b.removed,
    moved: a.moved + b.moved,
    changed: a.changed + b.changed,
    formatted: a.formatted + b.formatted,
  };
}
