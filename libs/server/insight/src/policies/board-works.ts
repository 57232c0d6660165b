import { countingScore, passes, toMark, type RuleSet, type ScoredWork } from '@cam-nang/domain';
import type { StudyProgress } from '@cam-nang/learning';
import type { BoardRow } from './board-cells.js';

/** The works that the certificate of a cohort asks for, by node id. */
export interface AskedWorks {
  readonly quizIds: readonly string[];
  readonly reportIds: readonly string[];
}

/** One person's attempts and reports. */
export type OwnWorks = Pick<StudyProgress, 'attempts' | 'reports'>;

/** From least to most advanced: a board shows the report that is furthest behind. */
const REPORT_STATES = ['none', 'draft', 'returned', 'submitted', 'marked'] as const;

/** The score that counts on each quiz asked for. */
export function quizScores(asked: AskedWorks, own: OwnWorks, ruleSet: RuleSet): ScoredWork[] {
  return asked.quizIds.map((nodeId) => {
    const scores = own.attempts
      .filter((attempt) => attempt.quizNodeId === nodeId && attempt.closed)
      .flatMap((attempt) => attempt.points ?? []);
    return { nodeId, score: countingScore(scores, ruleSet.quizzes.countingAttempt) };
  });
}

/** The score of each report asked for. */
export function reportScores(asked: AskedWorks, own: OwnWorks): ScoredWork[] {
  return asked.reportIds.map((nodeId) => {
    const report = own.reports.find((one) => one.taskNodeId === nodeId);
    return { nodeId, score: report?.points ?? null };
  });
}

/** The mark of the first final quiz on the rule set's scale, and whether it passes. */
export function finalOf(
  quizzes: readonly ScoredWork[],
  ruleSet: RuleSet,
): Pick<BoardRow, 'finalScore' | 'finalPassed'> {
  const score = quizzes[0]?.score ?? null;
  if (score === null) return { finalScore: null, finalPassed: null };
  const mark = toMark(score, ruleSet.scale);
  return { finalScore: mark, finalPassed: passes(mark, ruleSet.scale, ruleSet.quizzes.passShare) };
}

/** The report that is furthest behind; whether all pass, once all are marked. */
export function reportOf(
  asked: AskedWorks,
  own: OwnWorks,
  reports: readonly ScoredWork[],
  ruleSet: RuleSet,
): Pick<BoardRow, 'report' | 'reportPassed'> {
  const states = asked.reportIds.map(
    (nodeId) => own.reports.find((one) => one.taskNodeId === nodeId)?.state ?? 'none',
  );
  const report = REPORT_STATES.find((state) => states.includes(state)) ?? 'none';
  if (report !== 'marked') return { report, reportPassed: null };
  const { scale } = ruleSet;
  const passed = reports.every(
    ({ score }) => score !== null && passes(toMark(score, scale), scale, ruleSet.reports.passShare),
  );
  return { report, reportPassed: passed };
}
