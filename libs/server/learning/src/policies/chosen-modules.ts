import { requiredModules, type ChoiceGroup } from '@cam-nang/domain';
import type { StudyPlan } from './study-plan.js';

/** The modules of a group that the person takes: all of them where there is nothing to choose. */
export function chosenIn(group: ChoiceGroup, choices: ReadonlySet<string>): readonly string[] {
  if (!mustChoose(group)) return group.modules;
  return group.modules.filter((nodeId) => choices.has(nodeId));
}

/** True when the group leaves a choice at all. */
export function mustChoose(group: ChoiceGroup): boolean {
  return group.choose < group.modules.length;
}

/** True when the person has still to choose in the group. */
export function isUndecided(group: ChoiceGroup, choices: ReadonlySet<string>): boolean {
  return chosenIn(group, choices).length < group.choose;
}

/**
 * The modules a person has to complete. Where a group is decided, those chosen count; where it is
 * not, those with the most done in them (`requiredModules` of libs/domain).
 */
export function requiredOf(
  plan: StudyPlan,
  choices: ReadonlySet<string>,
  doneIn: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const modules = plan.modules.map(({ nodeId, kind }) => ({ nodeId, moduleKind: kind }));
  const groups = plan.groups.map((group) => {
    if (isUndecided(group, choices)) return group;
    return { ...group, modules: chosenIn(group, choices) };
  });
  return requiredModules(modules, groups, doneIn);
}
