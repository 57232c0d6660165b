import { isReworded, type BlockDiff, type DocumentDiff } from '@cam-nang/domain';
import type { Change } from '../marks.js';
import { holdsBlock } from './block-ids.js';

/** One line of a shown comparison: a block, or a run of blocks that nobody touched. */
export type DocumentRow =
  | {
      readonly kind: 'block';
      readonly key: string;
      readonly change: Change;
      readonly block: BlockDiff;
      /** Only its formatting differs. */
      readonly formatOnly: boolean;
      /** Place among the blocks of the new text from 1; of the old text when it is gone. */
      readonly no: number;
    }
  | { readonly kind: 'fold'; readonly key: string; readonly blocks: readonly BlockDiff[] };

export type BlockRow = Extract<DocumentRow, { readonly kind: 'block' }>;

/**
 * The blocks of a comparison in reading order: changed ones, the heading they stand under, and folds
 * in between. `all` folds nothing, `kept` are further blocks that are not folded.
 */
export function documentRows(
  diff: DocumentDiff,
  all = false,
  kept: ReadonlySet<string> = NONE,
): readonly DocumentRow[] {
  const blocks = diff.root.children;
  const context = headingsOfChanges(blocks);
  const rows: DocumentRow[] = [];
  let run: BlockDiff[] = [];
  const flush = () => {
    if (run.length > 0) rows.push({ kind: 'fold', key: `fold-${rows.length}`, blocks: run });
    run = [];
  };
  blocks.forEach((block, index) => {
    const stands = isTouched(block) || context.has(index) || holdsBlock(block, kept);
    if (!all && !stands) {
      run.push(block);
      return;
    }
    flush();
    rows.push(blockRow(block, index));
  });
  flush();
  return rows;
}

const NONE: ReadonlySet<string> = new Set();

/** The rows that count as changes. */
export function changedRows(diff: DocumentDiff): readonly BlockRow[] {
  return documentRows(diff).filter(
    (row): row is BlockRow => row.kind === 'block' && row.change !== 'same',
  );
}

/** What happened to a block, in one word. A block that moved and changed counts as changed. */
export function changeOf(block: BlockDiff): Change {
  if (block.status === 'same') return block.moved ? 'moved' : 'same';
  return block.status;
}

function isTouched(block: BlockDiff): boolean {
  return block.status !== 'same' || block.moved;
}

function blockRow(block: BlockDiff, index: number): DocumentRow {
  const path = block.to ?? block.from;
  const no = (path?.at(-1) ?? 0) + 1;
  return {
    kind: 'block',
    key: block.id ?? `at-${index}`,
    change: changeOf(block),
    block,
    formatOnly: block.status === 'changed' && !isRewordedInside(block),
    no,
  };
}

function isRewordedInside(block: BlockDiff): boolean {
  if (block.status === 'added' || block.status === 'removed' || block.moved) return true;
  return isReworded(block) || block.children.some(isRewordedInside);
}

/** Places of the headings right above a change, which say where one is. */
function headingsOfChanges(blocks: readonly BlockDiff[]): ReadonlySet<number> {
  const found = new Set<number>();
  let heading: number | undefined;
  blocks.forEach((block, index) => {
    if (block.type === 'heading') heading = index;
    if (isTouched(block) && heading !== undefined) found.add(heading);
  });
  return found;
}
