import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

import { elementAttribute } from '../element-attribute.js';

const TEXT_ALIGN = /text-align:\s*(center|right)/;
const CELL_CONTENT = '(paragraph | bulletList | orderedList)+';

function readSpan(element: object, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(elementAttribute(element, name) ?? '1', 10);
  return Number.isInteger(span) && span > 0 ? span : 1;
}

/** What a cell remembers. Widths follow the content, so that a table fits a phone. */
const cellAttributes = () => ({
  colspan: {
    default: 1,
    parseHTML: (element: object) => readSpan(element, 'colspan'),
  },
  rowspan: {
    default: 1,
    parseHTML: (element: object) => readSpan(element, 'rowspan'),
  },
  align: {
    default: null,
    parseHTML: (element: object) =>
      TEXT_ALIGN.exec(elementAttribute(element, 'style') ?? '')?.[1] ?? null,
    renderHTML: ({ align }: Record<string, unknown>) =>
      align === 'center' || align === 'right' ? { style: `text-align: ${align}` } : {},
  },
});

export const TableNode = Table.configure({ resizable: false });
export const TableRowNode = TableRow;
export const TableCellNode = TableCell.extend({
  content: CELL_CONTENT,
  addAttributes: cellAttributes,
});
export const TableHeaderNode = TableHeader.extend({
  content: CELL_CONTENT,
  addAttributes: cellAttributes,
});
