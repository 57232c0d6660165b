import type { ProgressRow } from './lesson-standing.js';
import type { LessonText } from './lesson-text.js';

/** What a device says was read. */
export interface ReadReport {
  readonly blocksRead: readonly string[];
  readonly lastBlockId: string | null;
  /** Time spent on the lesson so far, not since the last report. */
  readonly seconds: number;
}

/**
 * A row with what a device reports. The set of blocks is the union and seconds the largest, so that
 * reports may come in any order and any number of times; blocks that the text does not have are
 * left out. The place to go on reading is a bookmark, not progress: the report that came last moves
 * it. Returns the row itself when nothing changes.
 */
export function mergeProgress(
  row: ProgressRow,
  report: ReadReport,
  text: LessonText,
  now: Date,
): ProgressRow {
  const said = new Set([...row.blocksRead, ...report.blocksRead]);
  const ids = text.blocks.map((block) => block.blockId);
  const blocksRead = ids.filter((block) => said.has(block));
  const moved = report.lastBlockId !== null && ids.includes(report.lastBlockId);
  const lastBlockId = moved ? report.lastBlockId : row.lastBlockId;
  const seconds = Math.max(row.seconds, report.seconds);
  const same =
    blocksRead.length === row.blocksRead.length &&
    lastBlockId === row.lastBlockId &&
    seconds === row.seconds;
  return same ? row : { ...row, blocksRead, lastBlockId, seconds, updatedAt: now };
}

/** The row written last among those of other revisions. */
export function latestOther<R extends Pick<ProgressRow, 'revisionId' | 'updatedAt'>>(
  rows: readonly R[],
  revisionId: string,
): R | null {
  return rows
    .filter((row) => row.revisionId !== revisionId)
    .reduce<R | null>(
      (last, row) => (last === null || row.updatedAt > last.updatedAt ? row : last),
      null,
    );
}
