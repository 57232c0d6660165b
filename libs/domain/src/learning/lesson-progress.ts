import { WHOLE_SHARE, type BasisPoints } from '../assessment/marks.js';

/** A lesson as far as progress goes: ids of its blocks in reading order, and which are self-checks. */
export interface LessonBlocks {
  readonly blocks: readonly string[];
  readonly selfChecks: readonly string[];
}

/** What a person has done in a lesson, by block id; ids that the lesson no longer has do no harm. */
export interface LessonTrace {
  readonly read: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  /** The block last looked at; null at the first visit. */
  readonly lastBlockId: string | null;
}

/** When a lesson is done: which share of its blocks must be read, and whether checks must be answered. */
export interface LessonDoneRule {
  readonly blockShare: BasisPoints;
  readonly selfChecks: 'optional' | 'answered';
}

/** Every block seen; self-checks are for the reader alone. */
export const EVERY_BLOCK_READ: LessonDoneRule = { blockShare: WHOLE_SHARE, selfChecks: 'optional' };

/** Where a person stands in a lesson. `missing…` is what the rule still asks for. */
export interface LessonProgress {
  readonly read: number;
  readonly total: number;
  readonly done: boolean;
  readonly missingBlocks: number;
  readonly missingChecks: number;
  /** Where to go on reading; null when there is nothing to read. */
  readonly resumeBlockId: string | null;
}

/**
 * The block to open: the one last looked at, as long as the lesson has it; otherwise the first
 * unread; in a lesson read through, the first.
 */
export function resumeBlock(lesson: LessonBlocks, trace: LessonTrace): string | null {
  const { lastBlockId } = trace;
  if (lastBlockId !== null && lesson.blocks.includes(lastBlockId)) return lastBlockId;
  return lesson.blocks.find((block) => !trace.read.has(block)) ?? lesson.blocks[0] ?? null;
}

/** The least number of blocks that reaches the share: no rounding in the reader's favour. */
function blocksNeeded(total: number, share: BasisPoints): number {
  return Math.ceil((total * share) / WHOLE_SHARE);
}

/** Progress in a lesson by the blocks that it has now and what was read of them. */
export function lessonProgress(
  lesson: LessonBlocks,
  trace: LessonTrace,
  rule: LessonDoneRule = EVERY_BLOCK_READ,
): LessonProgress {
  const total = lesson.blocks.length;
  const read = lesson.blocks.filter((block) => trace.read.has(block)).length;
  const missingBlocks = Math.max(0, blocksNeeded(total, rule.blockShare) - read);
  const unanswered = lesson.selfChecks.filter((block) => !trace.answered.has(block)).length;
  const missingChecks = rule.selfChecks === 'answered' ? unanswered : 0;
  return {
    read,
    total,
    done: missingBlocks === 0 && missingChecks === 0,
    missingBlocks,
    missingChecks,
    resumeBlockId: resumeBlock(lesson, trace),
  };
}
