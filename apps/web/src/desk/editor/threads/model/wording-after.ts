import type { BlockDiff, DocumentDiff } from '@cam-nang/domain';

/** The words of a line as they are to be, a line feed for each break; null for any block that is no line of text. */
export function wordingAfter(block: BlockDiff): string | null {
  const isLine = block.type === 'paragraph' || block.type === 'heading';
  if (!isLine || block.status === 'removed') return null;
  const shown = block.inline.filter(({ op }) => op !== 'delete');
  const plain = shown.every(({ node }) => node === undefined || node.type === 'hardBreak');
  if (!plain) return null;
  return shown.map(({ node, text }) => (node === undefined ? text : '\n')).join('');
}

/** The block of an id in a comparison, as it is to be. */
export function blockAfter(diff: DocumentDiff, id: string): BlockDiff | null {
  return findBlock(diff.root, id);
}

function findBlock(block: BlockDiff, id: string): BlockDiff | null {
  for (const child of block.children) {
    if (child.status === 'removed') continue;
    const found = child.id === id ? child : findBlock(child, id);
    if (found !== null) return found;
  }
  return null;
}
