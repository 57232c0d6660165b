import type { AttemptSummary, ReportSummary } from '@cam-nang/assessment';
import type { CountingAttempt, QuizMeta, ReportTaskMeta } from '@cam-nang/domain';

/** Where a person stands in a quiz. `failed`: no attempt is left. */
export interface QuizStanding {
  readonly state: 'none' | 'started' | 'done' | 'failed';
  /** The attempt that runs; null when none does. */
  readonly open: AttemptSummary | null;
  readonly attemptsUsed: number;
  /** Of the attempt that counts, hundredths of the quiz's scale. */
  readonly score: number | null;
  readonly scale: number | null;
}

/** Where a person stands in a report. `failed`: marked, and below the pass points. */
export interface ReportStanding {
  readonly state: 'none' | 'draft' | 'submitted' | 'returned' | 'done' | 'failed';
  readonly points: number | null;
  readonly maxPoints: number | null;
}

/**
 * A person's standing in a quiz from all attempts at it. The rule set says which attempt of a final
 * quiz counts; of a practice quiz it is the best.
 */
export function quizStanding(
  quiz: QuizMeta,
  attempts: readonly AttemptSummary[],
  counting: CountingAttempt,
  now: Date,
): QuizStanding {
  const open = attempts.find((attempt) => isOpen(attempt, now)) ?? null;
  const graded = attempts.filter((attempt) => attempt.score !== null);
  const last = quiz.purpose === 'final' && counting === 'last';
  const counts = last ? graded.at(-1) : best(graded);
  const ungraded = attempts.some((attempt) => !attempt.closed);
  const used = { open, attemptsUsed: attempts.length };
  const mark = { score: counts?.score ?? null, scale: counts?.scale ?? null };
  return { state: quizState(quiz, counts, { ...used, ungraded }), ...used, ...mark };
}

function quizState(
  quiz: QuizMeta,
  counts: AttemptSummary | undefined,
  used: Pick<QuizStanding, 'open' | 'attemptsUsed'> & { readonly ungraded: boolean },
): QuizStanding['state'] {
  if (counts?.passed === true) return 'done';
  if (used.open !== null) return 'started';
  // One whose time is over and that is not graded yet may still have passed.
  if (quiz.attempts !== null && used.attemptsUsed >= quiz.attempts)
    return used.ungraded ? 'started' : 'failed';
  return 'none';
}

function isOpen({ closed, deadlineAt }: AttemptSummary, now: Date): boolean {
  return !closed && (deadlineAt === null || deadlineAt > now);
}

function best(graded: readonly AttemptSummary[]): AttemptSummary | undefined {
  const share = ({ score, scale }: AttemptSummary) => (score ?? 0) / (scale ?? 1);
  return graded.reduce<AttemptSummary | undefined>(
    (found, attempt) => (found === undefined || share(attempt) > share(found) ? attempt : found),
    undefined,
  );
}

/** A person's standing in a report. */
export function reportStanding(
  task: ReportTaskMeta,
  report: ReportSummary | undefined,
): ReportStanding {
  if (report === undefined) return { state: 'none', points: null, maxPoints: null };
  const { state, points } = report;
  if (state !== 'marked') return { state, points: null, maxPoints: null };
  const passed = points !== null && points.points >= Math.round(task.passPoints * 100);
  return {
    state: passed ? 'done' : 'failed',
    points: points?.points ?? null,
    maxPoints: points?.maximum ?? null,
  };
}
