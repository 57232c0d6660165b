import type { readStudyCourse, ResponseOf } from '@cam-nang/contracts';
import type { CohortRest } from './cohort-phase.js';
import type { PersonStudy } from './person-study.js';
import { lockReason, type Reason } from './reasons.js';
import { isBegun } from './study-counts.js';
import type { PlanItem } from './study-plan.js';

export type StudyModuleView = ResponseOf<typeof readStudyCourse>['modules'][number];
export type StudyItemView = StudyModuleView['items'][number];

interface Standing {
  readonly state: StudyItemView['state'];
  readonly reason: Reason | null;
}

/** An item as the person's course shows it. `rest` is there while the cohort does not run. */
export function itemView(
  study: PersonStudy,
  item: PlanItem,
  rest: CohortRest | null,
): StudyItemView {
  const lesson = study.lessons.get(item.nodeId);
  const { state, reason } = standing(study, item, rest);
  return {
    nodeId: item.nodeId,
    kind: item.kind,
    label: item.label,
    title: item.title,
    titleEn: item.titleEn,
    minutes: item.minutes,
    state,
    reason: reason === null ? null : { code: reason.code, params: { ...reason.params } },
    blocksRead: lesson?.blocksRead.length ?? 0,
    blocksTotal: item.blocksTotal,
    ...scoreOf(study, item),
    corrected: (lesson?.corrected.length ?? 0) > 0,
  };
}

function scoreOf(
  study: PersonStudy,
  item: PlanItem,
): { score: number | null; scale: number | null } {
  const quiz = study.quizzes.get(item.nodeId);
  const writing = study.writings.get(item.nodeId);
  return {
    score: quiz?.score ?? writing?.points ?? null,
    scale: quiz?.scale ?? writing?.maxPoints ?? null,
  };
}

function standing(study: PersonStudy, item: PlanItem, rest: CohortRest | null): Standing {
  if (study.done.has(item.nodeId)) return { state: 'done', reason: null };
  const ended = failure(study, item);
  if (ended !== null) return { state: 'failed', reason: ended };
  const locked = lockOf(study, item, rest);
  if (locked !== null) return { state: 'locked', reason: locked };
  const state = isBegun(study, item.nodeId) ? 'started' : 'open';
  return { state, reason: remark(study, item) };
}

/** Why it can no longer succeed: no attempt left, or marked below the pass points. */
function failure(study: PersonStudy, item: PlanItem): Reason | null {
  const quiz = study.quizzes.get(item.nodeId);
  if (quiz?.state === 'failed') {
    return { code: 'limit-reached', params: { limit: quiz.attemptsUsed } };
  }
  const writing = study.writings.get(item.nodeId);
  if (writing?.state !== 'failed') return null;
  const { points, maxPoints } = writing;
  const passPoints = Math.round((item.report?.passPoints ?? 0) * 100);
  return { code: 'below-pass', params: { points, maxPoints, passPoints } };
}

function lockOf(study: PersonStudy, item: PlanItem, rest: CohortRest | null): Reason | null {
  if (study.settled.has(item.nodeId)) return null;
  if (rest !== null && !(item.kind === 'lesson' && rest.lessonsOpen)) return rest.reason;
  const state = study.states.get(item.nodeId);
  return state?.state === 'locked' ? lockReason(state.reasons, study.plan) : null;
}

/** What is to be known about an item that is open. */
function remark(study: PersonStudy, item: PlanItem): Reason | null {
  const writing = study.writings.get(item.nodeId)?.state;
  if (writing === 'submitted') return { code: 'waits-for-mark', params: {} };
  if (writing === 'returned') return { code: 'returned-for-improvement', params: {} };
  const quiz = study.quizzes.get(item.nodeId);
  if (item.quiz?.purpose !== 'final' || quiz === undefined || quiz.score === null) return null;
  const { score, scale, attemptsUsed } = quiz;
  const left = item.quiz.attempts === null ? null : item.quiz.attempts - attemptsUsed;
  return { code: 'not-passed-yet', params: { score, scale, attemptsLeft: left } };
}
