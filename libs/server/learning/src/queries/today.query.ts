import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { Clock, type Actor } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow, type EnrolmentRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { ProgressRepository } from '../persistence/progress.repository.js';
import { cohortRest } from '../policies/cohort-phase.js';
import { nextStepView } from '../policies/next-step-view.js';
import type { PersonStudy } from '../policies/person-study.js';
import { finalQuizzes, reportTasks, type PlanItem } from '../policies/study-plan.js';
import { Corrections } from './corrections.js';
import { EnrolmentSummaries } from './enrolment-summary.js';
import { PersonStudies } from './person-studies.js';

type Today = ResponseOf<typeof readToday>;
type Coming = Today['enrolments'][number]['coming'];

/** What to do now and why, for every cohort a person is in. */
@Injectable()
export class TodayQuery {
  constructor(
    private readonly training: TrainingFacade,
    private readonly studies: PersonStudies,
    private readonly summaries: EnrolmentSummaries,
    private readonly corrections: Corrections,
    private readonly progress: ProgressRepository,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Today> {
    const enrolments = await this.training.enrolmentsOfPerson(actor.personId);
    const cohorts = await this.training.cohortsOf(enrolments.map((row) => row.cohortId));
    const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
    const views: Today['enrolments'] = [];
    for (const enrolment of enrolments) {
      const cohort = byId.get(enrolment.cohortId);
      if (cohort !== undefined) views.push(await this.view(enrolment, cohort));
    }
    return {
      serverTime: this.clock.now().toISOString(),
      today: this.clock.today(),
      enrolments: views,
    };
  }

  private async view(
    enrolment: EnrolmentRow,
    cohort: CohortRow,
  ): Promise<Today['enrolments'][number]> {
    const study = await this.studies.one(cohort, enrolment.id);
    const ruleSet = await this.training.ruleSetOf(cohort);
    const now = this.clock.now();
    const next = nextStepView(study, {
      enrolmentId: enrolment.id,
      awarded: enrolment.state === 'completed',
      unconfirmed: ruleSet.dataConfirmed !== null && enrolment.confirmedAt === null,
      lastLessonId: await this.lastLesson(enrolment.id),
      rest: cohortRest(cohort, now),
      now,
    });
    return {
      summary: await this.summaries.of(enrolment, cohort, study),
      next,
      corrections: await this.corrections.of(study),
      coming: comingOf(study, cohort, next.nodeId),
    };
  }

  private async lastLesson(enrolmentId: string): Promise<string | null> {
    const rows = await this.progress.ofEnrolments([enrolmentId]);
    const [last] = [...rows].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
    return last?.nodeId ?? null;
  }
}

/** Final quizzes and reports that are still open, then the end of the cohort. */
function comingOf(study: PersonStudy, cohort: CohortRow, nextNodeId: string | null): Coming {
  const open = (item: PlanItem) => !study.settled.has(item.nodeId) && item.nodeId !== nextNodeId;
  const entry = (item: PlanItem, kind: 'quiz' | 'report-task'): Coming[number] => ({
    kind,
    title: item.title,
    titleEn: item.titleEn,
    at: null,
    onDate: cohort.closesOn,
    nodeId: item.nodeId,
  });
  if (cohort.state !== 'running') return [];
  return [
    ...finalQuizzes(study.plan)
      .filter(open)
      .map((item) => entry(item, 'quiz')),
    ...reportTasks(study.plan)
      .filter(open)
      .map((item) => entry(item, 'report-task')),
  ];
}
