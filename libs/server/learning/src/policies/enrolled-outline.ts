import type { StudyItem, StudyModule } from '@cam-nang/domain';
import type { PlanItem, PlanModule, StudyPlan } from './study-plan.js';

/** The end of a cohort's last day, in Hanoi (UTC+7 all year). */
export function endOfCohort(cohort: { readonly closesOn: string }): Date {
  return new Date(`${cohort.closesOn}T23:59:59+07:00`);
}

/**
 * A plan as the rules of study want it, for a person who has to complete the modules `required`.
 * A final quiz opens after the lessons of the required modules up to its own. Lessons stay open when
 * the cohort is over (law 2: nobody loses access); quizzes and reports close with it. A survey and a
 * practice quiz are only offered.
 */
export function enrolledOutline(
  plan: StudyPlan,
  required: ReadonlySet<string>,
  cohort: { readonly closesOn: string },
): readonly StudyModule[] {
  const closesAt = endOfCohort(cohort).getTime();
  return plan.modules.map((module, index) => {
    const before = plan.modules
      .slice(0, index + 1)
      .filter(({ nodeId }) => required.has(nodeId))
      .flatMap(lessonIds);
    return {
      nodeId: module.nodeId,
      moduleKind: module.kind,
      hours: module.hours,
      opensAt: null,
      closesAt: null,
      opensAfter: [],
      items: module.items.map((item): StudyItem => ({
        nodeId: item.nodeId,
        kind: item.kind,
        required: required.has(module.nodeId) && isRequired(item),
        opensAt: null,
        closesAt: item.kind === 'lesson' ? null : closesAt,
        opensAfter: item.quiz?.purpose === 'final' ? before : [],
      })),
    };
  });
}

/** Whether an item of a required module has to be done. */
export function isRequired(item: PlanItem): boolean {
  if (item.kind === 'quiz') return item.quiz?.purpose === 'final';
  return item.kind === 'lesson' || item.kind === 'report-task';
}

function lessonIds(module: PlanModule): readonly string[] {
  return module.items.filter((item) => item.kind === 'lesson').map((item) => item.nodeId);
}
