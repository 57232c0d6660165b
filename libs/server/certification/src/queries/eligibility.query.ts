import {
  countingScore,
  evaluate,
  type EligibilityFacts,
  type Evaluation,
  type ScoredWork,
} from '@cam-nang/domain';
import { LearningFacade, type StudyProgress } from '@cam-nang/learning';
import {
  hasConfirmed,
  TrainingFacade,
  type AttendanceTotals,
  type EnrolmentRow,
} from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { EntryRepository } from '../persistence/entry.repository.js';
import { moduleOf } from '../policies/module-of.js';
import type { AwardSetting } from './award-setting.query.js';

/** A person judged: the outcome, and the works that were marked. */
export interface Judged {
  readonly evaluation: Evaluation;
  readonly works: readonly ScoredWork[];
  /** Elective modules that the person does not take, by node id. */
  readonly spared: ReadonlySet<string>;
}

/** Facts about everyone of a cohort, read together. */
interface Facts {
  readonly progress: ReadonlyMap<string, StudyProgress>;
  readonly attendance: ReadonlyMap<string, AttendanceTotals>;
  readonly certified: ReadonlySet<string>;
}

const NO_PRESENCE = { planned: 0, present: 0, madeUp: 0, excused: 0 };
/** Nothing done of something: never counts as complete. */
const NO_STUDY = { lessonsDone: 0, lessonsRequired: 1 };

/** Judges people of a cohort by the rule set it is pinned to (law 7). */
@Injectable()
export class Eligibility {
  constructor(
    private readonly training: TrainingFacade,
    private readonly learning: LearningFacade,
    private readonly entries: EntryRepository,
  ) {}

  /** Each person's outcome, by enrolment. */
  async of(
    setting: AwardSetting,
    people: readonly EnrolmentRow[],
  ): Promise<ReadonlyMap<string, Judged>> {
    const facts = await this.facts(setting, people);
    return new Map(people.map((person) => [person.id, judge(setting, person, facts)]));
  }

  private async facts(setting: AwardSetting, people: readonly EnrolmentRow[]): Promise<Facts> {
    const ids = people.map((person) => person.id);
    const persons = people.map((person) => person.personId);
    const [progress, attendance, certified] = await Promise.all([
      this.learning.progressOf(setting.cohort, ids),
      this.training.attendance(setting.cohort.id, ids),
      this.entries.certified(persons, setting.type.id, setting.course.code),
    ]);
    return { progress, attendance, certified };
  }
}

function judge(setting: AwardSetting, person: EnrolmentRow, facts: Facts): Judged {
  const progress = facts.progress.get(person.id);
  const spared = new Set(
    progress?.modules.filter((module) => !module.required).map((module) => module.nodeId),
  );
  const required = (nodeIds: readonly string[]) =>
    nodeIds.filter((nodeId) => {
      const module = moduleOf(setting.outline, nodeId);
      return module === null || !spared.has(module.nodeId);
    });
  const quizzes = required(setting.quizIds).map((nodeId) => ({
    nodeId,
    score: quizScore(setting, progress, nodeId),
  }));
  const reports = required(setting.reportIds).map((nodeId) => ({
    nodeId,
    score: reportScore(progress, nodeId),
  }));
  const study = progress?.completion ?? NO_STUDY;
  const all: EligibilityFacts = {
    lessons: { done: study.lessonsDone, required: study.lessonsRequired },
    attendance: facts.attendance.get(person.id) ?? NO_PRESENCE,
    quizzes,
    reports,
    dataConfirmed: hasConfirmed(person),
    openAppeals: 0,
    surveyAnswered: progress?.surveyAnswered === true,
    alreadyCertified: facts.certified.has(person.personId),
  };
  return { evaluation: evaluate(all, setting.ruleSet), works: [...quizzes, ...reports], spared };
}

function quizScore(
  setting: AwardSetting,
  progress: StudyProgress | undefined,
  nodeId: string,
): ScoredWork['score'] {
  const attempts = progress?.attempts ?? [];
  const scores = attempts
    .filter((one) => one.quizNodeId === nodeId && one.closed)
    .flatMap((one) => (one.points === null ? [] : [one.points]));
  return countingScore(scores, setting.ruleSet.quizzes.countingAttempt);
}

function reportScore(progress: StudyProgress | undefined, nodeId: string): ScoredWork['score'] {
  return progress?.reports.find((one) => one.taskNodeId === nodeId)?.points ?? null;
}
