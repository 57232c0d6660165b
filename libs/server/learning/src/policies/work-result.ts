import type { readStudyResults, ResponseOf } from '@cam-nang/contracts';
import type { AttemptSummary } from '@cam-nang/assessment';
import type { AttendanceTotals } from '@cam-nang/training';
import type { StudyModuleView } from './item-view.js';
import type { PersonStudy } from './person-study.js';

export type StudyResults = ResponseOf<typeof readStudyResults>;
type WorkResult = StudyResults['works'][number];

function attemptLine(attempt: AttemptSummary): WorkResult['attempts'][number] {
  const { id, number, closed, openedAt, score, scale, passed } = attempt;
  return { id, number, closed, openedAt: openedAt.toISOString(), score, scale, passed };
}

/** The quizzes and reports of a module with every try at them. */
export function workResults(study: PersonStudy, module: StudyModuleView): WorkResult[] {
  return module.items.flatMap(({ nodeId, kind, title, titleEn, state, reason, score, scale }) => {
    if (kind !== 'quiz' && kind !== 'report-task') return [];
    const attempts = study.attempts.filter((attempt) => attempt.quizNodeId === nodeId);
    return [
      {
        ...{ nodeId, kind, title, titleEn, state, reason, score, scale },
        purpose: study.plan.items.get(nodeId)?.quiz?.purpose ?? null,
        moduleCode: module.code,
        moduleTitle: module.title,
        moduleTitleEn: module.titleEn,
        attempts: attempts.map(attemptLine),
      },
    ];
  });
}

/** Presence in periods; somebody without a record was not there. */
export function presence(totals: AttendanceTotals | undefined): StudyResults['attendance'] {
  const { planned, present, madeUp, excused } = totals ?? NOTHING;
  // What was made up may have been excused before: the two then stand for the same period.
  const absent = Math.max(0, planned - present - madeUp - excused);
  return { planned, present, madeUp, excused, absent };
}

const NOTHING: AttendanceTotals = { planned: 0, present: 0, madeUp: 0, excused: 0 };
