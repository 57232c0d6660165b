import type { readBoard, ResponseOf } from '@cam-nang/contracts';
import type { StripMark } from '../../kit/marks.js';

export type BoardData = ResponseOf<typeof readBoard>;
export type BoardRow = BoardData['rows'][number];
type Cell = BoardRow['cells'][number];

export const FILTERS = ['all', 'missingPeriods', 'missingQuiz', 'missingReport', 'idle'] as const;

export type Filter = (typeof FILTERS)[number];

const IDLE_MS = 3 * 86_400_000;

const lacks = (row: BoardRow, code: string): boolean =>
  row.missing.some((one) => one.code === code);

/** Whether a person belongs to a group of the filter bar, on the server's clock. */
export function belongs(row: BoardRow, filter: Filter, now: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'missingPeriods':
      return lacks(row, 'attendance');
    case 'missingQuiz':
      return lacks(row, 'quiz-passed');
    case 'missingReport':
      return lacks(row, 'report-passed');
    case 'idle':
      return row.lastSeenAt === null || Date.parse(now) - Date.parse(row.lastSeenAt) > IDLE_MS;
  }
}

/** The squares of one module: read, in progress, absent, to come. */
export function marksOf(cell: Cell): readonly StripMark[] {
  const { done, started, total, absent } = cell;
  return Array.from({ length: Math.max(total, done + started + absent) }, (_, index): StripMark => {
    if (index < done) return 'done';
    if (index < done + started) return 'now';
    return index < done + started + absent ? 'absent' : 'open';
  });
}

type Lack = BoardRow['missing'][number];

/** True for what was tried or held and fell short; the rest simply has not come yet. */
function fellShort({ code, actual }: Lack): boolean {
  return code === 'attendance' || (actual.kind === 'mark' && actual.mark !== null);
}

/** What a person lacks, what fell short first; `grave` asks for somebody's attention. */
export function lacksOf(
  { missing }: Pick<BoardRow, 'missing'>,
  running: boolean,
): { readonly first: Lack | undefined; readonly others: number; readonly grave: boolean } {
  const sorted = [...missing.filter(fellShort), ...missing.filter((one) => !fellShort(one))];
  const [first, ...rest] = sorted;
  const grave = first !== undefined && (!running || fellShort(first));
  return { first, others: rest.length, grave };
}

/** For each period of a module the share of people who have it behind them, from 0 to 1. */
export function sharesOf(rows: readonly BoardRow[], moduleCode: string): readonly number[] {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.moduleCode === moduleCode));
  const periods = Math.max(0, ...cells.map((cell) => cell.total));
  return Array.from(
    { length: periods },
    (_, index) => cells.filter((cell) => cell.done > index).length / Math.max(1, cells.length),
  );
}

/** Whole days between two instants, by the calendar of Hanoi. */
export function daysBetween(earlier: string, later: string): number {
  const day = (moment: string) => Math.floor((Date.parse(moment) + 7 * 3_600_000) / 86_400_000);
  return day(later) - day(earlier);
}
