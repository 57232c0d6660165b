import type { AttemptSummary, GateReason, QuizGate, ReportSummary } from '@cam-nang/assessment';
import { DomainError, type StudyCompletion } from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { LessonAccessRepository } from './persistence/lesson-access.repository.js';
import { cohortRest } from './policies/cohort-phase.js';
import type { ModulePeriods } from './policies/module-periods.js';
import type { PersonStudy } from './policies/person-study.js';
import { lockReason } from './policies/reasons.js';
import { completionOf, periodsIn } from './policies/study-counts.js';
import { finalQuizzes, periodsOf, reportTasks } from './policies/study-plan.js';
import { PersonStudies } from './queries/person-studies.js';

/** A piece of work that the certificate asks for. */
export interface RequiredWork {
  readonly nodeId: string;
  readonly title: string;
  readonly titleEn: string | null;
}

/** How far one person is, module by module. */
export interface StudyProgress {
  readonly modules: readonly {
    readonly nodeId: string;
    readonly code: string;
    /** False for an elective that the person does not take. */
    readonly required: boolean;
    readonly periods: ModulePeriods;
  }[];
  readonly completion: StudyCompletion;
  /** When the person last read something; null when never. */
  readonly lastReadAt: Date | null;
  /** The works it was counted by: read once, so that nothing else is known of them a moment later. */
  readonly attempts: readonly AttemptSummary[];
  readonly reports: readonly ReportSummary[];
  /** Whether the person has answered a survey. */
  readonly surveyAnswered: boolean;
}

/** A module as a board heads its column. */
export interface StudyModuleHead {
  readonly nodeId: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly periods: number;
}

/** The few questions other features may ask about study; also what opens quizzes. */
@Injectable()
export class LearningFacade implements QuizGate {
  constructor(
    private readonly training: TrainingFacade,
    private readonly studies: PersonStudies,
    private readonly access: LessonAccessRepository,
    private readonly clock: Clock,
  ) {}

  /** Completion of what each has to complete, by enrolment; of one cohort or of several. */
  async completionOf(
    enrolmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, StudyCompletion>> {
    const found = new Map<string, StudyCompletion>();
    for (const [cohortId, ids] of await this.access.cohorts(enrolmentIds)) {
      const studies = await this.studies.of(await this.cohort(cohortId), ids, 'counts');
      for (const [id, study] of studies) found.set(id, completionOf(study));
    }
    return found;
  }

  /** The quizzes that count for the certificate of a cohort. */
  async requiredQuizzes(cohort: CohortRow): Promise<RequiredWork[]> {
    const plan = await this.studies.planOf(cohort);
    return finalQuizzes(plan).map(({ nodeId, title, titleEn }) => ({ nodeId, title, titleEn }));
  }

  /** The reports that the certificate of a cohort asks for. */
  async requiredReports(cohort: CohortRow): Promise<RequiredWork[]> {
    const plan = await this.studies.planOf(cohort);
    return reportTasks(plan).map(({ nodeId, title, titleEn }) => ({ nodeId, title, titleEn }));
  }

  /** The modules of a cohort's edition, in order. */
  async modules(cohort: CohortRow): Promise<StudyModuleHead[]> {
    const plan = await this.studies.planOf(cohort);
    return plan.modules.map(({ nodeId, code, title, titleEn, hours }) => ({
      nodeId,
      code,
      title,
      titleEn,
      periods: periodsOf({ hours }),
    }));
  }

  /** How far everyone of a cohort is, by enrolment. */
  async progressOf(
    cohort: CohortRow,
    enrolmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, StudyProgress>> {
    const studies = await this.studies.of(cohort, enrolmentIds, 'counts');
    return new Map([...studies].map(([id, study]) => [id, progressOf(study)]));
  }

  /** Why a quiz is not open to a trainee yet; null when it is. */
  async reasonToWait(enrolmentId: string, quizNodeId: string): Promise<GateReason | null> {
    const enrolment = await this.training.enrolment(enrolmentId);
    if (enrolment === null) throw new DomainError('resource.not_found');
    const cohort = await this.cohort(enrolment.cohortId);
    const rest = cohortRest(cohort, this.clock.now());
    if (rest !== null) return rest.reason;
    const study = await this.studies.one(cohort, enrolmentId);
    const state = study.states.get(quizNodeId);
    return state?.state === 'locked' ? lockReason(state.reasons, study.plan) : null;
  }

  private async cohort(id: string): Promise<CohortRow> {
    const cohort = await this.training.cohort(id);
    if (cohort === null) throw new DomainError('resource.not_found');
    return cohort;
  }
}

function progressOf(study: PersonStudy): StudyProgress {
  const visits = [...study.lessons.values()].flatMap(({ visitedAt }) => visitedAt ?? []);
  return {
    modules: study.plan.modules.map((module) => ({
      nodeId: module.nodeId,
      code: module.code,
      required: study.required.has(module.nodeId),
      periods: periodsIn(study, module),
    })),
    completion: completionOf(study),
    lastReadAt: visits.reduce<Date | null>(
      (last, at) => (last === null || at > last ? at : last),
      null,
    ),
    attempts: study.attempts,
    reports: study.reports,
    surveyAnswered: study.surveys.size > 0,
  };
}
