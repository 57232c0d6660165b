import type { TableCellNode, TableNode, TableRowNode } from '../../document/document-types.js';
import { losesBreaks, writeInline } from './inline-writer.js';
import type { WriterLossCode, WriterLosses } from './losses.js';

/** A table of GitHub's flavour; without a head of its own it gets an empty one. */
export function writeTable(table: TableNode, losses: WriterLosses): string {
  noteLosses(table, losses);
  const [first] = table.content;
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  const rows = table.content.map((row) => writeRow(row.content.map(writeCell)));
  const columns = first?.content ?? [];
  const head = hasHead ? [] : [`|${' |'.repeat(columns.length)}`];
  const rule = `|${columns.map((cell) => RULES[cell.attrs.align ?? 'left']).join('|')}|`;
  const lines = [...head, ...rows];
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const RULES = { left: '---', center: ':-:', right: '--:' } as const;

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function writeCell(cell: TableCellNode): string {
  return cell.content
    .map((block) =>
      block.type === 'paragraph' ? writeInline(block.content, 'cell') : listText(block),
    )
    .filter((text) => text !== '')
    .join(' ');
}

/** A list has no place in a cell of Markdown; its entries are written one after another. */
function listText(list: Exclude<TableCellNode['content'][number], { type: 'paragraph' }>): string {
  return list.content
    .flatMap((item) => item.content)
    .map((block) => (block.type === 'paragraph' ? writeInline(block.content, 'cell') : ''))
    .filter((text) => text !== '')
    .join('; ');
}

function noteLosses(table: TableNode, losses: WriterLosses): void {
  const [first] = table.content;
  for (const [index, row] of table.content.entries()) {
    for (const [column, cell] of row.content.entries()) {
      const codes = lossesOf(cell, first?.content[column]?.attrs.align, index === 0 && isHead(row));
      for (const code of codes) losses.add(cell, code);
    }
  }
  if (first !== undefined && isHead(first) && first.content.every(isEmpty)) {
    losses.add(first, 'empty_head');
  }
}

/** What a cell has that a cell of Markdown cannot have. */
function lossesOf(
  cell: TableCellNode,
  columnAlign: TableCellNode['attrs']['align'],
  isInHead: boolean,
): readonly WriterLossCode[] {
  const found: Readonly<Record<string, boolean>> = {
    cell_span: isSpanning(cell),
    cell_alignment: cell.attrs.align !== columnAlign,
    cell_header: cell.type === 'tableHeader' && !isInHead,
    cell_blocks: !isOneLine(cell),
    cell_code: hasUnwritableCode(cell),
  };
  return CELL_LOSSES.filter((code) => found[code]);
}

const CELL_LOSSES: readonly WriterLossCode[] = [
  'cell_span',
  'cell_alignment',
  'cell_header',
  'cell_blocks',
  'cell_code',
];

function isHead(row: TableRowNode): boolean {
  return row.content.every((cell) => cell.type === 'tableHeader');
}

function isSpanning(cell: TableCellNode): boolean {
  return (cell.attrs.colspan ?? 1) > 1 || (cell.attrs.rowspan ?? 1) > 1;
}

function isOneLine(cell: TableCellNode): boolean {
  const [only, ...more] = cell.content;
  return more.length === 0 && only?.type === 'paragraph' && !losesBreaks(only.content);
}

function isEmpty(cell: TableCellNode): boolean {
  const [only] = cell.content;
  return only?.type === 'paragraph' && (only.content ?? []).length === 0;
}

/** In a cell, `\|` inside a code span always reads as a bare line, so that the backslash is lost. */
function hasUnwritableCode(cell: TableCellNode): boolean {
  const runs = cell.content.flatMap((block) =>
    block.type === 'paragraph' ? (block.content ?? []) : [],
  );
  return runs.some(
    (run) =>
      run.type === 'text' &&
      run.text.includes('\\|') &&
      (run.marks ?? []).some((mark) => mark.type === 'code'),
  );
}
