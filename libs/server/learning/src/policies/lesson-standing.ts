import {
  carryReadBlocks,
  lessonProgress,
  resumeBlock,
  type LessonBlocks,
  type LessonTrace,
} from '@cam-nang/domain';
import type { LessonText } from './lesson-text.js';

/** What is kept of one person's reading of one revision of a lesson. */
export interface ProgressRow {
  readonly nodeId: string;
  readonly revisionId: string;
  readonly studyHash: string;
  readonly blocksRead: readonly string[];
  readonly lastBlockId: string | null;
  readonly seconds: number;
  readonly state: 'started' | 'done';
  readonly doneAt: Date | null;
  readonly updatedAt: Date;
}

/** Where a person stands in a lesson as its text is now. */
export interface LessonStanding {
  readonly state: 'none' | 'started' | 'done';
  /** In reading order. */
  readonly blocksRead: readonly string[];
  readonly blocksTotal: number;
  /** Where to go on reading; null before the first visit. */
  readonly lastBlockId: string | null;
  readonly seconds: number;
  readonly doneAt: Date | null;
  /** When something was last read in it; null before the first visit. */
  readonly visitedAt: Date | null;
  /** Blocks that an erratum has changed or added since they were read, and that were not read again. */
  readonly corrected: readonly string[];
}

/** Texts of earlier revisions, by revision id. */
export type EarlierTexts = ReadonlyMap<string, LessonText>;

/**
 * Where a person stands in a lesson, from everything ever read of it. What was read of an earlier
 * text counts where the words are still the same: the whole lesson when its study hash is equal, else
 * block by block. A lesson that was done stays done (an erratum forces nobody to study again), and
 * the passages it changed are named until they have been read.
 *
 * @param rows the person's rows of this lesson, of whatever revision
 */
export function lessonStanding(
  text: LessonText,
  rows: readonly ProgressRow[],
  earlier: EarlierTexts,
): LessonStanding {
  const read = readBlocks(text, rows, earlier);
  const lesson = blocksOf(text);
  const newest = newestOf(rows);
  const lastBlockId = newest?.lastBlockId ?? null;
  const trace: LessonTrace = { read, answered: new Set(), lastBlockId };
  const wasDone = rows.some((row) => row.state === 'done');
  const done = wasDone || (rows.length > 0 && lessonProgress(lesson, trace).done);
  return {
    state: stateOf(rows.length, done),
    blocksRead: lesson.blocks.filter((block) => read.has(block)),
    blocksTotal: lesson.blocks.length,
    lastBlockId: rows.length === 0 ? null : resumeBlock(lesson, trace),
    seconds: Math.max(0, ...rows.map((row) => row.seconds)),
    doneAt: firstDone(rows),
    visitedAt: newest?.updatedAt ?? null,
    corrected: correctedBlocks(text, rows, read),
  };
}

/** Block ids of a text as the rules of progress want them. */
export function blocksOf(text: LessonText): LessonBlocks {
  return { blocks: text.blocks.map((block) => block.blockId), selfChecks: text.selfChecks };
}

function stateOf(rows: number, done: boolean): LessonStanding['state'] {
  if (done) return 'done';
  return rows > 0 ? 'started' : 'none';
}

function readBlocks(
  text: LessonText,
  rows: readonly ProgressRow[],
  earlier: EarlierTexts,
): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => [...carriedFrom(text, row, earlier)]));
}

/** The blocks of a text that one row makes count as read. */
function carriedFrom(
  text: LessonText,
  row: ProgressRow,
  earlier: EarlierTexts,
): ReadonlySet<string> {
  const read = new Set(row.blocksRead);
  if (row.revisionId === text.revisionId) return read;
  const old = earlier.get(row.revisionId);
  if (old === undefined) return new Set();
  if (row.studyHash === text.studyHash && old.blocks.length === text.blocks.length) {
    const same = text.blocks.filter((_, index) => read.has(old.blocks[index]?.blockId ?? ''));
    return new Set(same.map((block) => block.blockId));
  }
  return carryReadBlocks(
    old.blocks.filter((block) => read.has(block.blockId)),
    text.blocks,
  );
}

function correctedBlocks(
  text: LessonText,
  rows: readonly ProgressRow[],
  read: ReadonlySet<string>,
): readonly string[] {
  const before = rows.filter((row) => row.studyHash !== text.studyHash);
  const wasDone = before.some((row) => row.state === 'done');
  const known = new Set(before.flatMap((row) => row.blocksRead));
  return text.blocks
    .map((block) => block.blockId)
    .filter((block) => !read.has(block) && (wasDone || known.has(block)));
}

function newestOf(rows: readonly ProgressRow[]): ProgressRow | null {
  return rows.reduce<ProgressRow | null>(
    (latest, row) => (latest === null || row.updatedAt > latest.updatedAt ? row : latest),
    null,
  );
}

function firstDone(rows: readonly ProgressRow[]): Date | null {
  return rows.reduce<Date | null>((first, { doneAt }) => {
    if (doneAt === null) return first;
    return first === null || doneAt < first ? doneAt : first;
  }, null);
}
