import { studyCompletion, type StudyCompletion } from '@cam-nang/domain';
import { isRequired } from './enrolled-outline.js';
import { modulePeriods, type LessonCounts, type ModulePeriods } from './module-periods.js';
import type { PersonStudy } from './person-study.js';
import type { PlanModule } from './study-plan.js';

/** Completion of the modules that the person has to complete. */
export function completionOf(study: PersonStudy): StudyCompletion {
  const required = study.outline.filter((module) => study.required.has(module.nodeId));
  return studyCompletion(required, study.done);
}

/** Lessons of a module; of a module without lessons, what else has to be done in it. */
export function lessonCounts(study: PersonStudy, module: PlanModule): LessonCounts {
  const lessons = module.items.filter((item) => item.kind === 'lesson');
  const counted = lessons.length > 0 ? lessons : module.items.filter(isRequired);
  return {
    done: counted.filter((item) => study.done.has(item.nodeId)).length,
    begun: counted.filter((item) => isBegun(study, item.nodeId)).length,
    total: counted.length,
  };
}

/** Periods of a module that count as studied. */
export function periodsIn(study: PersonStudy, module: PlanModule): ModulePeriods {
  return modulePeriods(module, lessonCounts(study, module));
}

/** Periods and lessons over the modules that the person has to complete. */
export function studyTotals(study: PersonStudy): {
  readonly periodsDone: number;
  readonly periodsTotal: number;
  readonly lessonsDone: number;
  readonly lessonsTotal: number;
} {
  const modules = study.plan.modules.filter((module) => study.required.has(module.nodeId));
  const periods = modules.map((module) => periodsIn(study, module));
  const { lessonsDone, lessonsRequired } = completionOf(study);
  return {
    periodsDone: periods.reduce((sum, { done }) => sum + done, 0),
    periodsTotal: periods.reduce((sum, { total }) => sum + total, 0),
    lessonsDone,
    lessonsTotal: lessonsRequired,
  };
}

/** Something was done about it, and it is not done. */
export function isBegun(study: PersonStudy, nodeId: string): boolean {
  if (study.done.has(nodeId)) return false;
  const writing = study.writings.get(nodeId)?.state ?? 'none';
  return (
    study.lessons.has(nodeId) ||
    study.quizzes.get(nodeId)?.state === 'started' ||
    writing !== 'none'
  );
}
