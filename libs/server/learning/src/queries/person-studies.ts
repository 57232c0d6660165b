import { AssessmentFacade } from '@cam-nang/assessment';
import { Clock } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { ProgressRepository, type PersonProgressRow } from '../persistence/progress.repository.js';
import { SurveyRepository } from '../persistence/survey.repository.js';
import { groupBy } from '../policies/group-by.js';
import { lessonStanding, type LessonStanding } from '../policies/lesson-standing.js';
import { personStudy, type PersonFacts, type PersonStudy } from '../policies/person-study.js';
import type { StudyPlan } from '../policies/study-plan.js';
import { CohortTermsReader } from './cohort-terms.js';
import { LessonTexts } from './lesson-texts.js';
import { StudyPlans } from './study-plans.js';

/**
 * How much of finished lessons is read: `blocks` says which of their blocks were corrected since,
 * `counts` is enough to count by and much smaller.
 */
export type StudyDetail = 'blocks' | 'counts';

/** The study of people of one cohort: the same few statements for one person and for all. */
@Injectable()
export class PersonStudies {
  constructor(
    private readonly training: TrainingFacade,
    private readonly assessment: AssessmentFacade,
    private readonly progress: ProgressRepository,
    private readonly surveys: SurveyRepository,
    private readonly terms: CohortTermsReader,
    private readonly plans: StudyPlans,
    private readonly texts: LessonTexts,
    private readonly clock: Clock,
  ) {}

  /** What the cohort studies today. */
  async planOf(cohort: CohortRow): Promise<StudyPlan> {
    return this.plans.of((await this.terms.edition(cohort)).id);
  }

  /** The study of one person. */
  async one(cohort: CohortRow, enrolmentId: string): Promise<PersonStudy> {
    const study = (await this.of(cohort, [enrolmentId], 'blocks')).get(enrolmentId);
    if (study === undefined) throw new Error('one enrolment, one study');
    return study;
  }

  /** The studies of people of one cohort, by enrolment. */
  async of(
    cohort: CohortRow,
    enrolmentIds: readonly string[],
    detail: StudyDetail,
  ): Promise<ReadonlyMap<string, PersonStudy>> {
    const [plan, rules] = await Promise.all([this.planOf(cohort), this.terms.rules(cohort)]);
    const facts = await this.facts(plan, enrolmentIds, detail);
    const terms = { closesOn: cohort.closesOn, counting: rules.quizzes.countingAttempt };
    const now = this.clock.now();
    return new Map([...facts].map(([id, known]) => [id, personStudy(plan, known, terms, now)]));
  }

  private async facts(
    plan: StudyPlan,
    ids: readonly string[],
    detail: StudyDetail,
  ): Promise<ReadonlyMap<string, PersonFacts>> {
    const [rows, choices, attempts, reports, surveys] = await Promise.all([
      detail === 'blocks' ? this.progress.ofEnrolments(ids) : this.progress.countable(ids),
      this.training.choices(ids),
      this.assessment.attemptsOf(ids),
      this.assessment.reportsOf(ids),
      this.surveys.answered(ids),
    ]);
    const lessons = await this.lessons(plan, rows);
    const attemptsOf = groupBy(attempts, (attempt) => attempt.enrolmentId);
    const reportsOf = groupBy(reports, (report) => report.enrolmentId);
    const surveysOf = groupBy(surveys, (survey) => survey.enrolmentId);
    return new Map(
      ids.map((id): [string, PersonFacts] => [
        id,
        {
          choices: choices.get(id) ?? new Set(),
          lessons: lessons.get(id) ?? new Map(),
          attempts: attemptsOf.get(id) ?? [],
          reports: reportsOf.get(id) ?? [],
          surveys: new Set((surveysOf.get(id) ?? []).map((survey) => survey.surveyNodeId)),
        },
      ]),
    );
  }

  /** Standings in the lessons that were visited, by enrolment and node. */
  private async lessons(
    plan: StudyPlan,
    rows: readonly PersonProgressRow[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, LessonStanding>>> {
    const revisionOf = (nodeId: string) => plan.items.get(nodeId)?.revisionId ?? '';
    const texts = await this.texts.of(
      rows.flatMap((row) => [revisionOf(row.nodeId), row.revisionId]).filter((id) => id !== ''),
    );
    const standings = (own: readonly PersonProgressRow[]) =>
      [...groupBy(own, (row) => row.nodeId)].flatMap(([nodeId, ofLesson]) => {
        const text = texts.get(revisionOf(nodeId));
        return text === undefined ? [] : [[nodeId, lessonStanding(text, ofLesson, texts)] as const];
      });
    return new Map(
      [...groupBy(rows, (row) => row.enrolmentId)].map(([id, own]) => [
        id,
        new Map(standings(own)),
      ]),
    );
  }
}
