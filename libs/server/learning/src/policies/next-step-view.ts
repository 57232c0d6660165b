import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { nextSteps, type NextStep, type StepReason, type StudyFacts } from '@cam-nang/domain';
import { isUndecided } from './chosen-modules.js';
import type { CohortRest } from './cohort-phase.js';
import type { LessonStanding } from './lesson-standing.js';
import type { PersonStudy } from './person-study.js';
import { lockReason, stepReason, type Reason } from './reasons.js';
import { moduleOf, type PlanItem, type PlanModule } from './study-plan.js';

export type NextStepView = ResponseOf<typeof readToday>['enrolments'][number]['next'];

/** What is known beside the study itself. */
export interface StepFacts {
  readonly enrolmentId: string;
  /** The certificate was decided on. */
  readonly awarded: boolean;
  /** The rule set asks for the printed data to be confirmed, and they are not. */
  readonly unconfirmed: boolean;
  /** The person said that they are wrong, and nobody has put them right yet. */
  readonly reported: boolean;
  readonly rest: CohortRest | null;
  readonly now: Date;
}

/** The one thing to do now, and why. */
export function nextStepView(study: PersonStudy, facts: StepFacts): NextStepView {
  if (facts.rest !== null) return restingStep(facts, facts.rest);
  const [step] = nextSteps(study.outline, { ...stepFacts(study, facts) }, facts.now.getTime());
  if (step === undefined) return plain('wait', [{ code: 'finished', params: {} }]);
  return chooseFirst(study, step) ?? present(study, step, facts);
}

/** While the cohort does not run: what is left to do with the certificate, or what one waits for. */
function restingStep(facts: StepFacts, { reason, lessonsOpen }: CohortRest): NextStepView {
  if (facts.awarded) return plain('certificate', [{ code: 'certificate-issued', params: {} }]);
  if (facts.unconfirmed && lessonsOpen) {
    return dataStep(facts, { code: 'needed-for-certificate', params: {} });
  }
  return plain('wait', [reason]);
}

/** Who said that the data are wrong waits for the office: to confirm them is not what is asked of them. */
function dataStep({ reported }: StepFacts, reason: Reason): NextStepView {
  if (reported) return plain('wait', [{ code: 'data-reported', params: {} }]);
  return plain('confirm-data', [reason]);
}

function stepFacts(study: PersonStudy, facts: StepFacts): StudyFacts {
  const asked = study.outline.flatMap(({ items }) => items.filter((item) => item.required));
  return {
    doneItems: study.settled,
    openAttempt: openAttempt(study),
    lastLesson: lastLesson(study),
    corrected: [...study.lessons]
      .filter(([, lesson]) => lesson.state === 'done' && lesson.corrected.length > 0)
      .map(([nodeId, lesson]) => ({ nodeId, blocks: lesson.corrected.length })),
    dataToConfirm: facts.unconfirmed && asked.every(({ nodeId }) => study.settled.has(nodeId)),
    certificateId: facts.awarded ? facts.enrolmentId : null,
  };
}

function openAttempt(study: PersonStudy): StudyFacts['openAttempt'] {
  for (const [nodeId, { open }] of study.quizzes) {
    if (open === null) continue;
    return { nodeId, attemptId: open.id, deadline: open.deadlineAt?.getTime() ?? null };
  }
  return null;
}

/** The lesson left in the middle last. */
function lastLesson({ lessons }: PersonStudy): StudyFacts['lastLesson'] {
  const visited = ([, lesson]: readonly [string, LessonStanding]) =>
    lesson.visitedAt?.getTime() ?? 0;
  const [last] = [...lessons].sort((one, other) => visited(other) - visited(one));
  if (last === undefined || last[1].state !== 'started') return null;
  const [nodeId, { blocksTotal, blocksRead }] = last;
  return { nodeId, blocksLeft: blocksTotal - blocksRead.length };
}

/** A choice that is due: the next thing in order lies behind the first module of an undecided group. */
function chooseFirst(study: PersonStudy, step: NextStep): NextStepView | null {
  if (step.kind !== 'start' && step.kind !== 'wait') return null;
  const order = study.plan.modules.map((module) => module.nodeId);
  const at = order.indexOf(study.plan.items.get(step.nodeId)?.moduleNodeId ?? '');
  const group = study.plan.groups.find(
    (one) =>
      isUndecided(one, study.choices) &&
      one.modules.some((nodeId) => order.includes(nodeId) && order.indexOf(nodeId) <= at),
  );
  if (group === undefined) return null;
  const { title, titleEn, choose } = group;
  const params = { group: group.code, title, titleEn, choose };
  return plain('choose', [{ code: 'choose', params }]);
}

function present(study: PersonStudy, step: NextStep, facts: StepFacts): NextStepView {
  switch (step.kind) {
    case 'collect-certificate':
      return plain('certificate', [reasonOf(study, step.why)]);
    case 'confirm-data':
      return dataStep(facts, reasonOf(study, step.why));
    case 'finished':
      return plain('wait', [waitingFor(study)]);
    case 'wait': {
      const reason = lockReason(step.reasons, study.plan) ?? waitingFor(study);
      return about(study, step.nodeId, 'wait', [reason]);
    }
    default: {
      const kind = study.plan.items.get(step.nodeId)?.kind ?? 'wait';
      const attemptId = step.kind === 'resume-attempt' ? step.attemptId : null;
      return { ...about(study, step.nodeId, kind, [reasonOf(study, step.why)]), attemptId };
    }
  }
}

/** What one waits for when everything is handed in. */
function waitingFor(study: PersonStudy): Reason {
  const waits = [...study.writings].find(([, { state }]) => state === 'submitted');
  if (waits === undefined) return { code: 'finished', params: {} };
  const item = study.plan.items.get(waits[0]);
  return {
    code: 'waits-for-mark',
    params: { title: item?.title ?? null, titleEn: item?.titleEn ?? null },
  };
}

function reasonOf(study: PersonStudy, why: StepReason): Reason {
  return stepReason(why, study.plan);
}

function about(
  study: PersonStudy,
  nodeId: string,
  kind: NextStepView['kind'],
  why: readonly Reason[],
): NextStepView {
  const item = study.plan.items.get(nodeId);
  if (item === undefined) return { ...plain(kind, why), nodeId };
  const { label, title, titleEn } = item;
  const named = { nodeId, label, title, titleEn };
  const module = moduleNames(moduleOf(study.plan, item.moduleNodeId));
  return {
    ...plain(kind, why),
    ...named,
    ...module,
    ...readingOf(item, study.lessons.get(nodeId)),
  };
}

function moduleNames(module: PlanModule | undefined): Partial<NextStepView> {
  if (module === undefined) return {};
  return { moduleCode: module.code, moduleTitle: module.title, moduleTitleEn: module.titleEn };
}

/** How much of an item is read and left; one that is not read in blocks is left as a whole. */
function readingOf(item: PlanItem, lesson: LessonStanding | undefined): Partial<NextStepView> {
  const { blocksTotal, minutes } = item;
  if (lesson === undefined) return { blocksTotal, minutesLeft: minutes };
  const blocksRead = lesson.blocksRead.length;
  const unread = (blocksTotal - blocksRead) / Math.max(1, blocksTotal);
  const toReread = lesson.state === 'done' ? lesson.corrected[0] : undefined;
  return {
    blocksRead,
    blocksTotal,
    minutesLeft: minutes === null ? null : Math.ceil(minutes * unread),
    blockId: toReread ?? lesson.lastBlockId,
  };
}

function plain(kind: NextStepView['kind'], why: readonly Reason[]): NextStepView {
  return {
    kind,
    nodeId: null,
    moduleCode: null,
    moduleTitle: null,
    moduleTitleEn: null,
    label: null,
    title: null,
    titleEn: null,
    blocksRead: 0,
    blocksTotal: 0,
    minutesLeft: null,
    blockId: null,
    attemptId: null,
    why: why.map(({ code, params }) => ({ code, params: { ...params } })),
  };
}
