import { nfc } from '../../shared/text.js';
import { hoursOfModule, type PrintedModule } from '../printed-data.js';
import { fitText, wordsOf, type FittedText, type MeasureText } from './fit-text.js';
import type { FontRole, TableColumn, TableSlot } from './layout.js';
import type { Word } from './line-breaks.js';

const DASH = '–';
/** Distance of the baselines of a title's lines, as a multiple of its size. */
export const TITLE_LEADING = 1.25;
const MAX_TITLE_LINES = 2;
const SIZE_STEPS = 12;

type Cells = Readonly<Record<TableColumn['key'], string>>;

/** A row whose texts fit: its cells, the lines of its title, and whether it is the sum. */
export interface TableRow {
  readonly cells: Cells;
  readonly title: FittedText;
  readonly strong: boolean;
}

/** The sizes at which the whole table fits. */
export interface TableGeometry {
  readonly size: number;
  readonly rowHeight: number;
  readonly rows: readonly TableRow[];
}

function hoursText(hours: number): string {
  return hours === 0 ? DASH : String(hours);
}

function moduleCells(module: PrintedModule): Cells {
  return {
    code: nfc(module.code),
    title: nfc(module.title),
    theory: hoursText(module.hours.theory),
    discussion: hoursText(module.hours.discussion),
    practice: hoursText(module.hours.practice),
    total: hoursText(hoursOfModule(module.hours)),
    result: module.result === null ? DASH : nfc(module.result),
  };
}

function sumCells(modules: readonly PrintedModule[], label: string, mark: string | null): Cells {
  const sum = (hoursOf: (module: PrintedModule) => number): string =>
    hoursText(modules.reduce((total, module) => total + hoursOf(module), 0));
  return {
    code: '',
    title: label,
    theory: sum((m) => m.hours.theory),
    discussion: sum((m) => m.hours.discussion),
    practice: sum((m) => m.hours.practice),
    total: sum((m) => hoursOfModule(m.hours)),
    result: mark ?? '',
  };
}

/** What the table says. */
export interface TableContent {
  readonly modules: readonly PrintedModule[];
  /** Mark of the whole, in the row of the sum. */
  readonly mark: string | null;
}

/** Everything the table prints, so that its characters can be checked. */
export function tableTexts(slot: TableSlot, content: TableContent): string[] {
  const rows = content.modules.map(moduleCells);
  const sum = sumCells(content.modules, slot.sumLabel.vi, content.mark);
  return [...rows, sum].flatMap((cells) => Object.values(cells));
}

function fitCell(
  words: readonly Word[],
  column: TableColumn,
  size: number,
  font: FontRole,
  measure: MeasureText,
): FittedText | null {
  const isTitle = column.key === 'title';
  return fitText(
    [words],
    {
      width: column.width,
      depth: isTitle ? TITLE_LEADING * size * (MAX_TITLE_LINES - 1) : 0,
      leading: TITLE_LEADING,
      tracking: 0,
      font,
      strongFont: font,
      size: { max: size, min: size },
      overflow: { steps: ['break', 'shrink'], maxLines: isTitle ? MAX_TITLE_LINES : 1 },
    },
    measure,
  );
}

/** Face of a cell: strong columns and the row of the sum are bold. */
export function faceOf(column: TableColumn, strongRow: boolean): FontRole {
  return column.strong || strongRow ? 'textBold' : 'text';
}

function fitRow(
  slot: TableSlot,
  row: { readonly cells: Cells; readonly strong: boolean },
  size: number,
  measure: MeasureText,
): TableRow | null {
  let title: FittedText | null = { size, lines: [] };
  for (const column of slot.columns) {
    const words = wordsOf([{ text: row.cells[column.key], strong: false }]);
    if (words.length === 0) continue;
    const cell = fitCell(words, column, size, faceOf(column, row.strong), measure);
    if (!cell) return null;
    if (column.key === 'title') title = cell;
  }
  return { ...row, title };
}

/** What a row is higher than the others because its title takes more than one line, in mm. */
export function extraHeight(row: TableRow, size: number): number {
  return Math.max(0, row.title.lines.length - 1) * TITLE_LEADING * size;
}

/** Tries one step between the wanted size and the smallest; rows get what height is left. */
function geometryAt(
  slot: TableSlot,
  content: TableContent,
  step: number,
  measure: MeasureText,
): TableGeometry | null {
  const size = slot.size.max - ((slot.size.max - slot.size.min) * step) / SIZE_STEPS;
  const rows: TableRow[] = [];
  const wanted = [
    ...content.modules.map((module) => ({ cells: moduleCells(module), strong: false })),
    { cells: sumCells(content.modules, slot.sumLabel.vi, content.mark), strong: true },
  ];
  for (const row of wanted) {
    const fitted = fitRow(slot, row, size, measure);
    if (!fitted) return null;
    rows.push(fitted);
  }
  const extra = rows.reduce((sum, row) => sum + extraHeight(row, size), 0);
  const rowHeight = Math.min(slot.rowHeight.max, (slot.depth - extra) / rows.length);
  const smallest =
    slot.rowHeight.max - ((slot.rowHeight.max - slot.rowHeight.min) * step) / SIZE_STEPS;
  return rowHeight >= smallest - 1e-9 ? { size, rowHeight, rows } : null;
}

/**
 * Finds sizes at which the table fits its depth: type and rows shrink together, titles break into
 * two lines.
 *
 * @returns null when the smallest sizes still do not fit
 */
export function fitTable(
  slot: TableSlot,
  content: TableContent,
  measure: MeasureText,
): TableGeometry | null {
  for (let step = 0; step <= SIZE_STEPS; step++) {
    const geometry = geometryAt(slot, content, step, measure);
    if (geometry) return geometry;
  }
  return null;
}
