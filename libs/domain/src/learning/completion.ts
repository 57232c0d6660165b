import type { ChoiceGroup, ModuleKind } from '../curriculum/revision-meta.js';
import type { StudyModule } from './study-outline.js';

/** A module as far as choosing goes. */
export interface ChoosableModule {
  readonly nodeId: string;
  readonly moduleKind: ModuleKind;
}

/** "Choose so many of these modules", as far as completion goes. */
export type ChoiceRule = Pick<ChoiceGroup, 'modules' | 'choose'>;

/**
 * The modules that a person has to complete: every compulsory and assessment module, and of each
 * choice group as many as it asks, first those with the most done in them, then in the group's
 * order. Electives outside the groups are never required.
 *
 * @param doneIn number of items done in a module, by node id
 */
export function requiredModules(
  modules: readonly ChoosableModule[],
  groups: readonly ChoiceRule[],
  doneIn: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const fixed = modules.filter((module) => module.moduleKind !== 'elective');
  const known = new Set(modules.map((module) => module.nodeId));
  const chosen = groups.flatMap((group) =>
    group.modules
      .filter((nodeId) => known.has(nodeId))
      .map((nodeId) => ({ nodeId, done: doneIn.get(nodeId) ?? 0 }))
      .sort((one, other) => other.done - one.done)
      .slice(0, group.choose)
      .map(({ nodeId }) => nodeId),
  );
  return new Set([...fixed.map((module) => module.nodeId), ...chosen]);
}

/** Completion of study: lessons as a share, theory in whole periods (tiết). */
export interface StudyCompletion {
  readonly lessonsDone: number;
  readonly lessonsRequired: number;
  /** Theory periods of modules all of whose lessons are done. */
  readonly theoryDone: number;
  readonly theoryRequired: number;
}

/**
 * Completion over the modules given (pass the required ones). A module's theory counts as a whole
 * once its last required lesson is done, because periods are not divided. Modules
 * without lessons are taught in class only and count by attendance, not here.
 */
export function studyCompletion(
  modules: readonly StudyModule[],
  doneItems: ReadonlySet<string>,
): StudyCompletion {
  const rows = modules.map((module) => {
    const lessons = module.items.filter((item) => item.kind === 'lesson' && item.required);
    const done = lessons.filter((item) => doneItems.has(item.nodeId)).length;
    return { required: lessons.length, done, theory: lessons.length > 0 ? module.hours.theory : 0 };
  });
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    lessonsDone: sum((row) => row.done),
    lessonsRequired: sum((row) => row.required),
    theoryDone: sum((row) => (row.done === row.required ? row.theory : 0)),
    theoryRequired: sum((row) => row.theory),
  };
}
