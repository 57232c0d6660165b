import type { readStudyCourse, ResponseOf } from '@cam-nang/contracts';
import { chosenIn, isUndecided, mustChoose } from './chosen-modules.js';
import type { CohortRest } from './cohort-phase.js';
import { itemView, type StudyItemView, type StudyModuleView } from './item-view.js';
import type { PersonStudy } from './person-study.js';
import { namesOf, type Reason } from './reasons.js';
import type { PlanModule } from './study-plan.js';

export type ChoiceGroupView = ResponseOf<typeof readStudyCourse>['groups'][number];

/** A module as the person's course shows it. */
export function moduleView(
  study: PersonStudy,
  module: PlanModule,
  rest: CohortRest | null,
): StudyModuleView {
  const items = module.items.map((item) => itemView(study, item, rest));
  const lessons = items.filter((item) => item.kind === 'lesson');
  return {
    nodeId: module.nodeId,
    code: module.code,
    label: module.label,
    title: module.title,
    titleEn: module.titleEn,
    summary: module.summary,
    summaryEn: module.summaryEn,
    kind: module.kind,
    hours: { ...module.hours },
    ...standing(study, module, items),
    chosen: isChosen(study, module),
    items,
    lessonsDone: lessons.filter((item) => item.state === 'done').length,
    lessonsTotal: lessons.length,
  };
}

/** Compulsory, or taken by the person. */
function isChosen({ plan, choices }: PersonStudy, module: PlanModule): boolean {
  if (module.kind !== 'elective') return true;
  return plan.groups.some((group) => chosenIn(group, choices).includes(module.nodeId));
}

function standing(
  study: PersonStudy,
  module: PlanModule,
  items: readonly StudyItemView[],
): Pick<StudyModuleView, 'state' | 'reason'> {
  const asked = items.filter(({ nodeId }) => outlineItem(study, module, nodeId)?.required ?? false);
  const counted = asked.length > 0 ? asked : items;
  const reason = notChosen(study, module);
  return { state: stateOf(counted), reason: reason ?? onlyReason(counted) };
}

function outlineItem(study: PersonStudy, module: PlanModule, nodeId: string) {
  const found = study.outline.find((one) => one.nodeId === module.nodeId);
  return found?.items.find((item) => item.nodeId === nodeId);
}

function stateOf(items: readonly StudyItemView[]): StudyModuleView['state'] {
  const states = new Set(items.map((item) => item.state));
  if (states.has('failed')) return 'failed';
  if (states.size === 1 && states.has('done')) return 'done';
  if (states.size === 1 && states.has('locked')) return 'locked';
  return states.has('done') || states.has('started') ? 'started' : 'open';
}

/** Why a whole module is locked: what its first item waits for. */
function onlyReason(items: readonly StudyItemView[]): StudyModuleView['reason'] {
  return stateOf(items) === 'locked' ? (items[0]?.reason ?? null) : null;
}

/** An elective that the person has decided against may be read, and does not count. */
function notChosen(study: PersonStudy, module: PlanModule): StudyModuleView['reason'] {
  const { plan, choices } = study;
  const group = plan.groups.find((one) => one.modules.includes(module.nodeId));
  if (group === undefined || isUndecided(group, choices)) return null;
  if (chosenIn(group, choices).includes(module.nodeId)) return null;
  return { code: 'not-chosen', params: { title: group.title, titleEn: group.titleEn } };
}

/** The choice groups of a plan as the person meets them. */
export function groupViews(study: PersonStudy, rest: CohortRest | null): ChoiceGroupView[] {
  return study.plan.groups.map((group) => ({
    code: group.code,
    title: group.title,
    titleEn: group.titleEn,
    choose: group.choose,
    moduleNodeIds: [...group.modules],
    chosenNodeIds: [...chosenIn(group, study.choices)],
    mayChoose: choiceRefusal(study, group.code, rest) === null,
  }));
}

/**
 * Why the person cannot choose in a group; null: may. A choice stands once one of the modules it
 * took is done, and when the cohort is over.
 */
export function choiceRefusal(
  study: PersonStudy,
  groupCode: string,
  rest: CohortRest | null,
): Reason | null {
  const group = study.plan.groups.find((one) => one.code === groupCode);
  if (group === undefined || !mustChoose(group)) return { code: 'nothing-to-choose', params: {} };
  if (rest?.lessonsOpen === true || rest?.reason.params['state'] === 'cancelled') {
    return rest.reason;
  }
  const taken = chosenIn(group, study.choices);
  const done = study.plan.modules.find(
    ({ nodeId }) => taken.includes(nodeId) && study.states.get(nodeId)?.state === 'done',
  );
  return done === undefined ? null : { code: 'choice-fixed', params: namesOf(done) };
}
