/** What one row of the table says. Every row was measured at three sizes, 1×, 4× and 16×. */
export interface Row {
  readonly what: string;
  /** The three sizes, in words: "64 takers". */
  readonly sizes: readonly string[];
  /** The figure at each size, with its unit. */
  readonly figures: readonly string[];
  readonly growth: number;
  /** Largest growth that is no defect: 0.2 where a path should be flat, 1.1 where linear. */
  readonly growthLimit: number;
  readonly baseline: string;
  /** Against the baseline or the bar, in words of the bar: "0.81 ×". */
  readonly result: string;
  readonly bar: string;
  /** Whether the bar is met; null where there is none. */
  readonly met: boolean | null;
}

/** A row for something that does not exist yet. */
export interface NotBuilt {
  readonly what: string;
  readonly notBuilt: true;
}

export const HEADINGS = ['path', '1×', '4×', '16×', 'growth', 'baseline', 'result', 'bar', ''];

/** The cells of a row, in the order of the headings. */
export function cellsOf(row: Row | NotBuilt): string[] {
  if ('notBuilt' in row) return [row.what, '', '', '', '', '', 'not built yet', '', '–'];
  const steep = row.growth > row.growthLimit;
  return [
    row.what,
    ...row.figures.map((figure, index) => `${figure} (${row.sizes[index] ?? ''})`),
    `${row.growth.toFixed(2)}${steep ? ` > ${String(row.growthLimit)}` : ''}`,
    row.baseline,
    row.result,
    row.bar,
    passes(row) ? '✓' : '✗',
  ];
}

/** Whether a row meets its bar and grows no faster than it may. */
export function passes(row: Row | NotBuilt): boolean {
  return 'notBuilt' in row || (row.met !== false && row.growth <= row.growthLimit);
}

/** A table in Markdown, with columns straight on a terminal too. */
export function tableLines(rows: readonly (Row | NotBuilt)[]): string[] {
  const table = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(3, ...table.map((cells) => [...(cells[column] ?? '')].length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEADINGS), rule, ...rows.map((row) => line(cellsOf(row)))];
}
