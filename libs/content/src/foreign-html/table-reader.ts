import type { RichNode } from '@cam-nang/domain';

import { DOCUMENT_LIMITS } from '../validate/limits.js';
import { blockWords, fitBlocks, tableLines } from './foreign-fit.js';
import { marksInside } from './foreign-marks.js';
import {
  wordsBlock,
  withoutMark,
  type ForeignReading,
  type ForeignState,
  type ReadBlocks,
} from './foreign-reading.js';
import { isHidden, styleOf } from './foreign-style.js';
import { tableGrid, type GridCell } from './table-grid.js';
import { childElements, elementsOf, wordsOf, type ForeignElement } from './foreign-tree.js';

/** A table in a container of more than this depth has no room left. */
const DEEPEST = 11;
const MOST_ROWS = 200;
const PARTS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

interface ReadCell {
  readonly isHead: boolean;
  readonly align: string | null;
  readonly blocks: readonly RichNode[];
}

/** A table; frames of one cell and tables that only arrange a page are what stands in them. */
export function readTable(
  reading: ForeignReading,
  table: ForeignElement,
  state: ForeignState,
  readBlocks: ReadBlocks,
): readonly RichNode[] {
  const rows = rowsOf(table);
  const cells = rows.flatMap(({ row }) => cellsOf(row));
  if (arranges(table, rows, cells)) {
    if (cells.length === 1 && !isArrangement(table))
      reading.losses.add('single_cell', wordsOf(table));
    return cells.flatMap((cell) =>
      readBlocks(reading, cell.children, cellState(reading, cell, state, 0)),
    );
  }
  const outside: RichNode[] = [];
  const grid = tableGrid(
    rows.map(({ row, isHead }) =>
      cellsOf(row).map((cell) => ({
        cell: readCell(reading, { cell, isHead, outside }, state, readBlocks),
        columns: span(cell, 'colspan', 100),
        rows: span(cell, 'rowspan', MOST_ROWS),
      })),
    ),
  );
  if (grid.clipped > 0) reading.losses.add('cell_span', wordsOf(table), grid.clipped);
  const node: RichNode = { type: 'table', content: withHead(grid.rows) };
  const body = placed(reading, node, grid.width, state.depth);
  return [...captionOf(reading, table, state, readBlocks), ...body, ...outside];
}

/** The table where there is room and width for it, else its words row by row. */
function placed(
  reading: ForeignReading,
  table: RichNode,
  width: number,
  depth: number,
): readonly RichNode[] {
  const words = blockWords(table).trim();
  if (words === '') return [];
  if (width <= DOCUMENT_LIMITS.columns && depth <= DEEPEST) return [table];
  reading.losses.add(depth <= DEEPEST ? 'table_width' : 'nested_table', words);
  return tableLines(table);
}

interface WrittenRow {
  readonly row: ForeignElement;
  readonly isHead: boolean;
}

function rowsOf(table: ForeignElement): readonly WrittenRow[] {
  const parts = childElements(table);
  const inPart = (name: string) => parts.filter((part) => part.name === name);
  const rows = (part: ForeignElement, isHead: boolean) =>
    childElements(part)
      .filter((row) => row.name === 'tr' && !isHidden(row, styleOf(row)))
      .map((row) => ({ row, isHead }));
  return [
    ...inPart('thead').flatMap((part) => rows(part, true)),
    ...parts.flatMap((part) => {
      if (part.name === 'tr')
        return isHidden(part, styleOf(part)) ? [] : [{ row: part, isHead: false }];
      return part.name === 'tbody' ? rows(part, false) : [];
    }),
    ...inPart('tfoot').flatMap((part) => rows(part, false)),
  ];
}

function cellsOf(row: ForeignElement): readonly ForeignElement[] {
  return childElements(row).filter(
    (cell) => (cell.name === 'td' || cell.name === 'th') && !isHidden(cell, styleOf(cell)),
  );
}

function arranges(
  table: ForeignElement,
  rows: readonly WrittenRow[],
  cells: readonly ForeignElement[],
): boolean {
  if (cells.length === 1 || isArrangement(table)) return true;
  const isColumn = cells.length === rows.length;
  const holdsBlocks = cells.some((cell) =>
    [...elementsOf(cell)].some(({ name }) => name === 'table' || /^h[1-6]$/.test(name)),
  );
  return isColumn && holdsBlocks;
}

/** Whether the page itself says that it is no table. */
function isArrangement(table: ForeignElement): boolean {
  return table.attributes.get('role') === 'presentation';
}

function cellState(
  reading: ForeignReading,
  cell: ForeignElement,
  state: ForeignState,
  deeper: number,
): ForeignState {
  return { ...state, depth: state.depth + deeper, marks: marksInside(reading, cell, state.marks) };
}

function readCell(
  reading: ForeignReading,
  written: { cell: ForeignElement; isHead: boolean; outside: RichNode[] },
  state: ForeignState,
  readBlocks: ReadBlocks,
): ReadCell {
  const { cell, isHead, outside } = written;
  const all = readBlocks(reading, cell.children, cellState(reading, cell, state, 3));
  const images = all.filter(({ type }) => type === 'image');
  if (images.length > 0) reading.losses.add('image_moved', wordsOf(cell), images.length);
  outside.push(...images);
  const rest = all.filter(({ type }) => type !== 'image');
  return {
    isHead: isHead || cell.name === 'th',
    align: alignOf(cell),
    blocks: fitBlocks(reading, rest, 'cell'),
  };
}

/** Word says on the paragraphs of a cell how they stand. */
function alignOf(cell: ForeignElement): string | null {
  const said = [cell, ...childElements(cell).slice(0, 1)].map(
    (element) =>
      styleOf(element).get('text-align') ?? element.attributes.get('align')?.toLowerCase(),
  );
  return said.find((align) => align === 'center' || align === 'right') ?? null;
}

function span(cell: ForeignElement, name: string, most: number): number {
  const said = Number.parseInt(cell.attributes.get(name) ?? '1', 10);
  if (said === 0) return most;
  return Number.isInteger(said) && said > 0 ? Math.min(most, said) : 1;
}

/** What fills a ragged table up. */
const EMPTY_CELL: ReadCell = { isHead: false, align: null, blocks: [] };

type Row = readonly GridCell<ReadCell>[];

/** The first row is the head where the page says so, or where it is bold and the next is not. */
function withHead(rows: readonly Row[]): readonly RichNode[] {
  const [first, second] = rows;
  const isHead = first !== undefined && second !== undefined && isBold(first) && !isBold(second);
  return rows.map((row, at) => ({
    type: 'tableRow',
    content: row.map((cell) => cellNode(cell, isHead && at === 0)),
  }));
}

function isBold(row: Row): boolean {
  const runs = row.flatMap(({ cell }) =>
    (cell?.blocks ?? []).flatMap(({ content }) => content ?? []),
  );
  const words = runs.filter(({ type, text }) => type === 'text' && text?.trim() !== '');
  const allBold = words.every(({ marks }) => marks?.some(({ type }) => type === 'bold') === true);
  return words.length > 0 && allBold && row.every(({ rows }) => rows === 1);
}

function cellNode({ cell, columns, rows }: GridCell<ReadCell>, inHead: boolean): RichNode {
  const { isHead: isSaid, align, blocks: said } = cell ?? EMPTY_CELL;
  const isHead = inHead || isSaid;
  const blocks = isHead ? said.map(withoutBold) : said;
  const attrs = {
    ...(columns > 1 && { colspan: columns }),
    ...(rows > 1 && { rowspan: rows }),
    ...(align !== null && { align }),
  };
  return {
    type: isHead ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
  };
}

/** The head of a table is bold by itself. */
function withoutBold(block: RichNode): RichNode {
  if (block.type !== 'paragraph') return block;
  const content = (block.content ?? []).map((run): RichNode => {
    if (run.marks === undefined) return run;
    const { marks, ...bare } = run;
    const rest = withoutMark(marks, 'bold');
    return rest.length > 0 ? { ...bare, marks: rest } : bare;
  });
  return wordsBlock('paragraph', content);
}

function captionOf(
  reading: ForeignReading,
  table: ForeignElement,
  state: ForeignState,
  readBlocks: ReadBlocks,
): readonly RichNode[] {
  const caption = childElements(table).find(({ name }) => name === 'caption');
  return caption === undefined ? [] : readBlocks(reading, caption.children, state);
}

/** Parts of a table outside any table, as broken pages have them. */
export function isTablePart(name: string): boolean {
  return PARTS.has(name) || name === 'tr' || name === 'td' || name === 'th' || name === 'caption';
}
