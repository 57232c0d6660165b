import type { RichNode } from '@cam-nang/domain';

import { textNode, withMark, wordsBlock, type ForeignReading } from './foreign-reading.js';

/** Where blocks are to stand: in an entry of a list, a quotation, a cell. */
type ForeignPlace = 'item' | 'quote' | 'cell';

const ALLOWED: Readonly<Record<ForeignPlace, ReadonlySet<string>>> = {
  item: new Set(['paragraph', 'bulletList', 'orderedList', 'blockquote', 'table', 'image']),
  quote: new Set([
    ...['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'],
    ...['table', 'image', 'horizontalRule'],
  ]),
  cell: new Set(['paragraph', 'bulletList', 'orderedList']),
};

/** Blocks as they may stand in a place; what may not becomes plain, with its words. */
export function fitBlocks(
  reading: ForeignReading,
  blocks: readonly RichNode[],
  place: ForeignPlace,
): readonly RichNode[] {
  return blocks.flatMap((block) =>
    ALLOWED[place].has(block.type) ? [block] : plainBlocks(reading, block, place),
  );
}

function plainBlocks(
  reading: ForeignReading,
  block: RichNode,
  place: ForeignPlace,
): readonly RichNode[] {
  switch (block.type) {
    case 'heading':
      reading.losses.add('heading_place', inlineWords(block.content ?? []));
      return [wordsBlock('paragraph', withBold(block.content ?? []))];
    case 'blockquote':
      return fitBlocks(reading, block.content ?? [], place);
    case 'table':
      reading.losses.add('nested_table', inlineWords(tableLines(block)[0]?.content ?? []));
      return tableLines(block);
    default:
      return [];
  }
}

/** Runs with the mark for bold, as headings have it where none may stand. */
export function withBold(content: readonly RichNode[]): readonly RichNode[] {
  return content.map((node) =>
    node.type === 'text' ? { ...node, marks: withMark(node.marks ?? [], { type: 'bold' }) } : node,
  );
}

/** The words of a table row by row, for where no table can stand. */
export function tableLines(table: RichNode): readonly RichNode[] {
  return (table.content ?? []).flatMap((row) => {
    const cells = (row.content ?? []).map((cell) => inlineOf(cell));
    const content = cells
      .filter((cell) => cell.length > 0)
      .flatMap((cell, at) => (at === 0 ? cell : [textNode(' | '), ...cell]));
    return content.length > 0 ? [wordsBlock('paragraph', content)] : [];
  });
}

/** The runs of a block, those of several paragraphs parted by a space. */
function inlineOf(block: RichNode): readonly RichNode[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.content ?? [];
  const parts = (block.content ?? []).map(inlineOf).filter((part) => part.length > 0);
  return parts.flatMap((part, at) => (at === 0 ? part : [textNode(' '), ...part]));
}

/** Plain words of inline nodes. */
export function inlineWords(content: readonly RichNode[]): string {
  return content.map((node) => node.text ?? ' ').join('');
}

/** The plain words of a block, wherever they stand in it. */
export function blockWords(block: RichNode): string {
  return inlineWords(inlineOf(block));
}

/** An entry of a list begins with a line of its own. */
export function itemBlock(blocks: readonly RichNode[]): RichNode {
  const isLine = blocks[0]?.type === 'paragraph';
  return { type: 'listItem', content: isLine ? blocks : [{ type: 'paragraph' }, ...blocks] };
}
