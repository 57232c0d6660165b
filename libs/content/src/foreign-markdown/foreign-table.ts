import type { RichNode } from '@cam-nang/domain';

import { foreignInline } from './foreign-inline.js';
import type { ForeignOf, ForeignText } from './foreign-tree.js';
import { sourceBlocks } from './source-blocks.js';

type ForeignTable = ForeignOf<'table'>;
type ForeignRow = ForeignTable['children'][number];

/** A table; short rows are filled up, and one with cells beyond its head stands as it was written. */
export function foreignTable(file: ForeignText, table: ForeignTable): readonly RichNode[] {
  const [head, ...body] = table.children;
  const columns = head?.children.length ?? 0;
  if (head === undefined || body.some((row) => row.children.length > columns)) {
    return sourceBlocks(file.sourceOf(table));
  }
  const rowOf = (row: ForeignRow, type: string) => rowNode(file, table, { row, type, columns });
  const hasHead = head.children.some((cell) => cell.children.length > 0);
  const rows = [
    ...(hasHead || body.length === 0 ? [rowOf(head, 'tableHeader')] : []),
    ...body.map((row) => rowOf(row, 'tableCell')),
  ];
  return [{ type: 'table', content: rows }];
}

function rowNode(
  file: ForeignText,
  table: ForeignTable,
  { row, type, columns }: { row: ForeignRow; type: string; columns: number },
): RichNode {
  const content = Array.from({ length: columns }, (_, index): RichNode => {
    const align = table.align?.[index];
    const words = foreignInline(file, row.children[index]?.children ?? []);
    const paragraph = { type: 'paragraph', ...(words.length > 0 && { content: words }) };
    const attrs = align === 'center' || align === 'right' ? { attrs: { align } } : {};
    return { type, ...attrs, content: [paragraph] };
  });
  return { type: 'tableRow', content };
}
