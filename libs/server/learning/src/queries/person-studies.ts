import { AssessmentFacade } from '@cam-nang/assessment';
import { Clock } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { ProgressRepository, type PersonProgressRow } from '../persistence/progress.repository.js';
import { SurveyRepository } from '../persistence/survey.repository.js';
import { lessonStanding, type LessonStanding } from '../policies/lesson-standing.js';
import type { LessonText } from '../policies/lesson-text.js';
import { personStudy, type PersonStudy } from '../policies/person-study.js';
import type { StudyPlan } from '../policies/study-plan.js';
import { LessonTexts } from './lesson-texts.js';
import { StudyPlans } from './study-plans.js';

/** Everything that is known of the study of people in one cohort. */
@Injectable()
export class PersonStudies {
  constructor(
    private readonly training: TrainingFacade,
    private readonly assessment: AssessmentFacade,
    private readonly progress: ProgressRepository,
    private readonly surveys: SurveyRepository,
    private readonly plans: StudyPlans,
    private readonly texts: LessonTexts,
    private readonly clock: Clock,
  ) {}

  async planOf(cohort: CohortRow): Promise<StudyPlan> {
    return this.plans.of((await this.training.editionOf(cohort)).id);
  }

  /** The study of one person. */
  async one(cohort: CohortRow, enrolmentId: string): Promise<PersonStudy> {
    const study = (await this.of(cohort, [enrolmentId])).get(enrolmentId);
    if (study === undefined) throw new Error('one enrolment, one study');
    return study;
  }

  /** The studies of people of one cohort, by enrolment. */
  async of(
    cohort: CohortRow,
    enrolmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, PersonStudy>> {
    const [plan, ruleSet, choices, rows, attempts, reports, surveys] = await Promise.all([
      this.planOf(cohort),
      this.training.ruleSetOf(cohort),
      this.training.choices(enrolmentIds),
      this.progress.ofEnrolments(enrolmentIds),
      this.assessment.attemptsOf(enrolmentIds),
      this.assessment.reportsOf(enrolmentIds),
      this.surveys.answered(enrolmentIds),
    ]);
    const texts = await this.texts.of([
      ...[...plan.items.values()]
        .filter((item) => item.kind === 'lesson')
        .map((item) => item.revisionId),
      ...rows.map((row) => row.revisionId),
    ]);
    const terms = { closesOn: cohort.closesOn, counting: ruleSet.quizzes.countingAttempt };
    const now = this.clock.now();
    return new Map(
      enrolmentIds.map((id) => {
        const facts = {
          choices: choices.get(id) ?? new Set<string>(),
          lessons: standings(
            plan,
            rows.filter((row) => row.enrolmentId === id),
            texts,
          ),
          attempts: attempts.filter((attempt) => attempt.enrolmentId === id),
          reports: reports.filter((report) => report.enrolmentId === id),
          surveys: new Set(
            surveys.filter((one) => one.enrolmentId === id).map((one) => one.surveyNodeId),
          ),
        };
        return [id, personStudy(plan, facts, terms, now)] as const;
      }),
    );
  }
}

function standings(
  plan: StudyPlan,
  rows: readonly PersonProgressRow[],
  texts: ReadonlyMap<string, LessonText>,
): ReadonlyMap<string, LessonStanding> {
  const found = new Map<string, LessonStanding>();
  for (const nodeId of new Set(rows.map((row) => row.nodeId))) {
    const text = texts.get(plan.items.get(nodeId)?.revisionId ?? '');
    if (text === undefined) continue;
    const own = rows.filter((row) => row.nodeId === nodeId);
    found.set(nodeId, lessonStanding(text, own, texts));
  }
  return found;
}
