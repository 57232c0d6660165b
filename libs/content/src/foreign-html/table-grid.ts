/** A cell of a table as it was written, and one that fills its place. */
export interface WrittenCell<Cell> {
  readonly cell: Cell;
  readonly columns: number;
  readonly rows: number;
}

export interface GridCell<Cell> {
  /** Null where the table was ragged. */
  readonly cell: Cell | null;
  readonly columns: number;
  readonly rows: number;
}

export interface Grid<Cell> {
  readonly rows: readonly (readonly GridCell<Cell>[])[];
  readonly width: number;
  /** Cells whose spans ran into others or over the end. */
  readonly clipped: number;
}

/**
 * Lays cells out as a browser does: each takes the first free places of its row, spans reach down but
 * not over the last row nor over cells that stand there already, and short rows are filled up. Rows
 * without any cell of their own, which only spans reach, are left out.
 */
export function tableGrid<Cell>(written: readonly (readonly WrittenCell<Cell>[])[]): Grid<Cell> {
  const taken = written.map(() => new Set<number>());
  const rows: { column: number; cell: GridCell<Cell> }[][] = written.map(() => []);
  let clipped = 0;
  written.forEach((cells, row) => {
    let column = 0;
    for (const { cell, ...said } of cells) {
      while (taken[row]?.has(column) === true) column += 1;
      const columns = freeColumns(taken[row], column, said.columns);
      const down = freeRows(taken, row, column, { columns, rows: said.rows });
      if (columns < said.columns || down < said.rows) clipped += 1;
      occupy(taken, { row, column, columns, rows: down });
      rows[row]?.push({ column, cell: { cell, columns, rows: down } });
      column += columns;
    }
  });
  const width = Math.max(0, ...taken.map((places) => Math.max(-1, ...places) + 1));
  const all = rows.map((row, at) => filled(withoutGaps(row, at, written), taken[at], width));
  return { rows: all.filter((_row, at) => !isGap(written[at])), width, clipped };
}

type Placed<Cell> = readonly { readonly column: number; readonly cell: GridCell<Cell> }[];

function isGap(cells: readonly unknown[] | undefined): boolean {
  return cells === undefined || cells.length === 0;
}

/** Spans without the rows that are left out. */
function withoutGaps<Cell>(
  row: Placed<Cell>,
  at: number,
  written: readonly (readonly unknown[])[],
): Placed<Cell> {
  return row.map(({ column, cell }) => {
    const gaps = written.slice(at + 1, at + cell.rows).filter(isGap).length;
    return { column, cell: { ...cell, rows: cell.rows - gaps } };
  });
}

function freeColumns(taken: ReadonlySet<number> | undefined, from: number, wanted: number): number {
  let count = 1;
  while (count < wanted && taken?.has(from + count) !== true) count += 1;
  return count;
}

function freeRows(
  taken: readonly ReadonlySet<number>[],
  row: number,
  column: number,
  wanted: { readonly columns: number; readonly rows: number },
): number {
  const isFree = (at: number) => {
    const places = taken[at];
    if (places === undefined) return false;
    for (let offset = 0; offset < wanted.columns; offset += 1) {
      if (places.has(column + offset)) return false;
    }
    return true;
  };
  let count = 1;
  while (count < wanted.rows && isFree(row + count)) count += 1;
  return count;
}

function occupy(
  taken: readonly Set<number>[],
  area: { row: number; column: number; columns: number; rows: number },
): void {
  for (let down = 0; down < area.rows; down += 1) {
    for (let across = 0; across < area.columns; across += 1) {
      taken[area.row + down]?.add(area.column + across);
    }
  }
}

function filled<Cell>(
  row: Placed<Cell>,
  taken: ReadonlySet<number> | undefined,
  width: number,
): readonly GridCell<Cell>[] {
  const cells = [...row];
  for (let column = 0; column < width; column += 1) {
    if (taken?.has(column) === true) continue;
    cells.push({ column, cell: { cell: null, columns: 1, rows: 1 } });
  }
  return cells.sort((one, other) => one.column - other.column).map(({ cell }) => cell);
}
