import ExcelJS from 'exceljs';
import {
  cellText,
  continuesHeadings,
  DomainError,
  readHeadings,
  REQUIRED_COLUMNS,
  UnreadColumns,
  type PassedOver,
  type PersonColumn,
  type PersonRow,
  type RawCell,
} from '@cam-nang/domain';
import { archiveParts, ArchiveRefused } from '@cam-nang/platform';

export const MOST_ROWS = 20_000;
const MOST_CELL_LENGTH = 1000;
const HEADING_ROWS = 10;
/** A list of people is a small archive; what unpacks to more is a bomb. */
const ARCHIVE_LIMITS = { parts: 200, bytes: 30_000_000 };
/**
 * What a list has no use for is not built; more rows end the reading where they are met. A row may be as wide as
 * a sheet can be: spreadsheets write empty cells up to its edge when whole rows were given a border or a font.
 */
const READING = {
  maxRows: MOST_ROWS + HEADING_ROWS,
  maxCols: 16_384,
  ignoreNodes: [
    'conditionalFormatting',
    'dataValidations',
    'drawing',
    'extLst',
    'hyperlinks',
    'legacyDrawing',
    'picture',
    'tableParts',
  ],
};

/** Numbers stay numbers: the rules know that they have lost the zeros in front. */
function cellValue(value: ExcelJS.CellValue): RawCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date || typeof value === 'number') return value;
  if (typeof value === 'object') return fromObject(value);
  const text = String(value).normalize('NFC').trim().slice(0, MOST_CELL_LENGTH);
  return text === '' ? null : text;
}

/**
 * Rich text, links and results of formulas; a formula itself is never carried out. An error (`#N/A`) stays what it
 * says, so that it is refused where it stands and not taken for an empty cell.
 */
function fromObject(value: object): RawCell {
  if ('richText' in value && Array.isArray(value.richText)) {
    const runs = value.richText as readonly { readonly text?: unknown }[];
    return cellValue(runs.map((run) => (typeof run.text === 'string' ? run.text : '')).join(''));
  }
  if ('text' in value) return cellValue(value.text as ExcelJS.CellValue);
  if ('error' in value) return cellValue(value.error as ExcelJS.CellValue);
  if ('result' in value) return cellValue(value.result as ExcelJS.CellValue);
  return null;
}

/** The parts of a name in columns of their own are one name; of other columns the first with something counts. */
function cellOf(column: PersonColumn, cells: readonly RawCell[]): RawCell {
  const filled = cells.filter((cell) => cell !== null);
  const [first = null] = filled;
  if (column !== 'fullName' || filled.length < 2) return first;
  return [...new Set(filled.map((cell) => cellText(cell)))].join(' ');
}

type Values = readonly ExcelJS.CellValue[];
type Columns = ReadonlyMap<PersonColumn, readonly number[]>;

function rowOf(row: number, values: Values, columns: Columns): PersonRow {
  const cells = Object.fromEntries(
    [...columns].map(([column, places]) => [
      column,
      cellOf(
        column,
        places.map((place) => cellValue(values[place] ?? null)),
      ),
    ]),
  );
  return { row, cells };
}

function cellsOf(values: Values): readonly RawCell[] {
  return Array.from(values, (value) => cellValue(value ?? null));
}

/** Collects rows below the heading row, which stands within the first ten rows. */
class RowCollector {
  columns: Columns = new Map();
  readonly rows: PersonRow[] = [];
  private unread = new UnreadColumns(new Set());

  /** False once the heading row was looked for in vain. */
  take(number: number, values: Values): boolean {
    if (this.columns.size === 0) return this.findHeadings(number, cellsOf(values));
    if (this.rows.length === 0 && continuesHeadings(cellsOf(values))) {
      this.unread.head(cellsOf(values));
      return true;
    }
    this.rows.push(rowOf(number, values, this.columns));
    this.watch(values);
    if (this.rows.length > MOST_ROWS)
      throw new DomainError('import.too_many_rows', { most: MOST_ROWS });
    return true;
  }

  passedOver(): readonly PassedOver[] {
    return this.unread.passedOver();
  }

  private findHeadings(number: number, cells: readonly RawCell[]): boolean {
    const { columns, missing } = readHeadings(cells);
    if (missing.length > 0) return number <= HEADING_ROWS;
    this.columns = columns;
    this.unread = new UnreadColumns(new Set([...columns.values()].flat()));
    this.unread.head(cells);
    return true;
  }

  /** Rows may be as wide as a sheet: only what stands in them is looked at. */
  private watch(values: Values): void {
    values.forEach((value, place) => {
      if (this.unread.asks(place) && cellValue(value) !== null) this.unread.fill(place);
    });
  }
}

/** The rows of a list, and the columns that were not read although something stands in them. */
export interface ReadList {
  readonly rows: readonly PersonRow[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * Reads the first visible sheet with the headings of a list. Throws `import.unreadable`, `import.columns_missing`
 * or `import.too_many_rows`; what is wrong inside a row is judged by the rules, not here.
 */
export async function readList(content: Uint8Array): Promise<ReadList> {
  checkArchive(content);
  for (const sheet of await visibleSheets(content)) {
    const collector = new RowCollector();
    for (const row of filledRows(sheet)) {
      const values = Array.isArray(row.values) ? row.values : [];
      if (!collector.take(row.number, values)) break;
    }
    if (collector.columns.size > 0)
      return { rows: collector.rows, passedOver: collector.passedOver() };
  }
  throw new DomainError('import.columns_missing', { columns: [...REQUIRED_COLUMNS] });
}

function checkArchive(content: Uint8Array): void {
  try {
    archiveParts(content, ARCHIVE_LIMITS);
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    throw new DomainError('import.unreadable', { why: error.fault });
  }
}

/**
 * The whole workbook is read at once: the library's reading of a stream now and then loses a part of the
 * archive on a busy machine, and with it the list.
 */
async function visibleSheets(content: Uint8Array): Promise<readonly ExcelJS.Worksheet[]> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(content).buffer, READING);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Max row count'))
      throw new DomainError('import.too_many_rows', { most: MOST_ROWS });
    throw new DomainError('import.unreadable', { why: 'not a workbook' });
  }
  const sheets = workbook.worksheets.filter(({ state }) => state === 'visible');
  if (sheets.length === 0) throw new DomainError('import.unreadable', { why: 'no sheet' });
  return sheets;
}

function filledRows(sheet: ExcelJS.Worksheet): ExcelJS.Row[] {
  const rows: ExcelJS.Row[] = [];
  sheet.eachRow((row) => rows.push(row));
  return rows;
}
