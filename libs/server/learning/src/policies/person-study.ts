import type { AttemptSummary, ReportSummary } from '@cam-nang/assessment';
import {
  studyStates,
  type CountingAttempt,
  type NodeState,
  type StudyModule,
} from '@cam-nang/domain';
import { requiredOf } from './chosen-modules.js';
import { enrolledOutline } from './enrolled-outline.js';
import type { LessonStanding } from './lesson-standing.js';
import { itemsOf, type StudyPlan } from './study-plan.js';
import {
  quizStanding,
  reportStanding,
  type QuizStanding,
  type ReportStanding,
} from './work-standing.js';

/** What is known of one person's study in a cohort. */
export interface PersonFacts {
  readonly choices: ReadonlySet<string>;
  /** Lessons that were ever visited, by node id. */
  readonly lessons: ReadonlyMap<string, LessonStanding>;
  readonly attempts: readonly AttemptSummary[];
  readonly reports: readonly ReportSummary[];
  /** Surveys that were answered, by node id. */
  readonly surveys: ReadonlySet<string>;
}

/** One person's study of a plan, with everything that screens and rules ask about it. */
export interface PersonStudy extends PersonFacts {
  readonly plan: StudyPlan;
  readonly quizzes: ReadonlyMap<string, QuizStanding>;
  readonly writings: ReadonlyMap<string, ReportStanding>;
  /** Modules that this person has to complete. */
  readonly required: ReadonlySet<string>;
  /** Items that are done. */
  readonly done: ReadonlySet<string>;
  /** Items that leave the person nothing to do: done, waiting for a mark, or without another try. */
  readonly settled: ReadonlySet<string>;
  readonly outline: readonly StudyModule[];
  /** States of modules and items, by node id, judged by what is settled. */
  readonly states: ReadonlyMap<string, NodeState>;
}

/** What the cohort adds: its end, and which attempt at a final quiz counts. */
export interface CohortTerms {
  readonly closesOn: string;
  readonly counting: CountingAttempt;
}

/** Puts together what is known of one person. */
export function personStudy(
  plan: StudyPlan,
  facts: PersonFacts,
  terms: CohortTerms,
  now: Date,
): PersonStudy {
  const quizzes = quizzesOf(plan, facts, terms, now);
  const writings = writingsOf(plan, facts);
  const known = { plan, ...facts, quizzes, writings };
  const done = new Set(nodeIds(plan, (nodeId) => isDone(known, nodeId)));
  const settled = new Set(nodeIds(plan, (nodeId) => done.has(nodeId) || isStuck(known, nodeId)));
  const required = requiredOf(plan, facts.choices, doneInModules(plan, done));
  const outline = enrolledOutline(plan, required, terms);
  const states = studyStates(outline, settled, now.getTime());
  return { ...known, done, settled, required, outline, states };
}

type Known = PersonFacts & Pick<PersonStudy, 'plan' | 'quizzes' | 'writings'>;

function nodeIds(plan: StudyPlan, wanted: (nodeId: string) => boolean): readonly string[] {
  return [...plan.items.keys()].filter(wanted);
}

function isDone(known: Known, nodeId: string): boolean {
  return (
    known.lessons.get(nodeId)?.state === 'done' ||
    known.quizzes.get(nodeId)?.state === 'done' ||
    known.writings.get(nodeId)?.state === 'done' ||
    known.surveys.has(nodeId)
  );
}

/** Nothing more the person can do about it now. */
function isStuck(known: Known, nodeId: string): boolean {
  const writing = known.writings.get(nodeId)?.state;
  return (
    known.quizzes.get(nodeId)?.state === 'failed' || writing === 'failed' || writing === 'submitted'
  );
}

function quizzesOf(
  plan: StudyPlan,
  facts: PersonFacts,
  { counting }: CohortTerms,
  now: Date,
): ReadonlyMap<string, QuizStanding> {
  return new Map(
    itemsOf(plan).flatMap(({ nodeId, quiz }) => {
      if (quiz === null) return [];
      const attempts = facts.attempts.filter((attempt) => attempt.quizNodeId === nodeId);
      return [[nodeId, quizStanding(quiz, attempts, counting, now)] as const];
    }),
  );
}

function writingsOf(plan: StudyPlan, facts: PersonFacts): ReadonlyMap<string, ReportStanding> {
  return new Map(
    itemsOf(plan).flatMap(({ nodeId, report }) => {
      if (report === null) return [];
      const written = facts.reports.find((one) => one.taskNodeId === nodeId);
      return [[nodeId, reportStanding(report, written)] as const];
    }),
  );
}

function doneInModules(plan: StudyPlan, done: ReadonlySet<string>): ReadonlyMap<string, number> {
  return new Map(
    plan.modules.map(({ nodeId, items }) => [
      nodeId,
      items.filter((item) => done.has(item.nodeId)).length,
    ]),
  );
}
