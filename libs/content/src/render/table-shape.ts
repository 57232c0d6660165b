import type { TableCellNode, TableNode } from '../document/document-types.js';

/** How a table is shown: `stack` turns rows into cards on a phone, `scroll` lets it move sideways. */
export interface TableShape {
  readonly kind: 'stack' | 'scroll';
  readonly head: TableNode['content'];
  readonly body: TableNode['content'];
  /** Words of the head, for cells that stand alone on a phone; empty without a head. */
  readonly columns: readonly string[];
}

const MOST_STACKED_COLUMNS = 5;

/** Tells the head of a table from its body and how it can be shown. */
export function tableShape(table: TableNode): TableShape {
  const [first, ...rest] = table.content;
  const hasHead = first !== undefined && rest.length > 0 && first.content.every(isHeader);
  const columns = hasHead ? first.content.map(cellText) : [];
  const plain = table.content.every((row) => row.content.every(isPlain));
  const fits = columns.length > 1 && columns.length <= MOST_STACKED_COLUMNS;
  return {
    kind: hasHead && plain && fits ? 'stack' : 'scroll',
    head: hasHead ? [first] : [],
    body: hasHead ? rest : table.content,
    columns,
  };
}

function isHeader(cell: TableCellNode): boolean {
  return cell.type === 'tableHeader';
}

function isPlain(cell: TableCellNode): boolean {
  return (cell.attrs.colspan ?? 1) === 1 && (cell.attrs.rowspan ?? 1) === 1;
}

/** The words of a cell's paragraphs. */
export function cellText(cell: TableCellNode): string {
  return cell.content
    .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
    .map((node) => (node.type === 'text' ? node.text : ' '))
    .join('');
}
