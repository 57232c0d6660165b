import type { RichNode } from '@cam-nang/domain';

import { inlineNodes } from './inline-nodes.js';
import type { MarkdownFile } from './markdown-file.js';
import type { MarkdownOf } from './markdown-tree.js';

type MarkdownTable = MarkdownOf<'table'>;
type MarkdownRow = MarkdownTable['children'][number];

/** A table; a head whose cells are all empty stands for a table without one. */
export function tableNode(file: MarkdownFile, table: MarkdownTable): readonly RichNode[] {
  const [head, ...body] = table.children;
  if (head === undefined) return [];
  const columns = head.children.length;
  for (const row of body) {
    const cells = row.children.length;
    if (cells !== columns) file.report(row, 'table_ragged', { cells, columns });
  }
  const hasHead = head.children.some((cell) => cell.children.length > 0);
  const rows = [
    ...(hasHead ? [rowNode(file, table, head, 'tableHeader')] : []),
    ...body.map((row) => rowNode(file, table, row, 'tableCell')),
  ];
  if (rows.length > 0) return [{ type: 'table', content: rows }];
  file.report(table, 'table_malformed');
  return [];
}

function rowNode(
  file: MarkdownFile,
  table: MarkdownTable,
  row: MarkdownRow,
  type: 'tableHeader' | 'tableCell',
): RichNode {
  const content = row.children.map((cell, index): RichNode => {
    const align = table.align?.[index];
    const words = inlineNodes(file, cell.children);
    const paragraph = { type: 'paragraph', ...(words.length > 0 && { content: words }) };
    const attrs = align === 'center' || align === 'right' ? { attrs: { align } } : {};
    return { type, ...attrs, content: [paragraph] };
  });
  return { type: 'tableRow', content };
}
