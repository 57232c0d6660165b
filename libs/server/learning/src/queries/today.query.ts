import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { Clock, type Actor } from '@cam-nang/platform';
import {
  hasConfirmed,
  TrainingFacade,
  type CohortRow,
  type EnrolmentRow,
} from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { cohortRest } from '../policies/cohort-phase.js';
import { comingView } from '../policies/coming-view.js';
import { nextStepView } from '../policies/next-step-view.js';
import { CohortTermsReader } from './cohort-terms.js';
import { Corrections } from './corrections.js';
import { EnrolmentSummaries } from './enrolment-summary.js';
import { PersonStudies } from './person-studies.js';

type Today = ResponseOf<typeof readToday>;

/** States in which confirming what will be printed still leads to a certificate. */
const BEFORE_AWARD: ReadonlySet<CohortRow['state']> = new Set([
  'running',
  'study_ended',
  'results_closed',
]);

/** What to do now and why, for every cohort a person is in. */
@Injectable()
export class TodayQuery {
  constructor(
    private readonly training: TrainingFacade,
    private readonly studies: PersonStudies,
    private readonly summaries: EnrolmentSummaries,
    private readonly corrections: Corrections,
    private readonly terms: CohortTermsReader,
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
    const now = this.clock.now();
    const [study, rules, edition, meetings] = await Promise.all([
      this.studies.one(cohort, enrolment.id),
      this.terms.rules(cohort),
      this.terms.edition(cohort),
      this.training.comingMeetings(cohort.id, this.clock.today()),
    ]);
    const asked = rules.dataConfirmed !== null && BEFORE_AWARD.has(cohort.state);
    const next = nextStepView(study, {
      enrolmentId: enrolment.id,
      awarded: enrolment.state === 'completed',
      unconfirmed: asked && !hasConfirmed(enrolment),
      reported: enrolment.reported !== null,
      rest: cohortRest(cohort, now),
      now,
    });
    return {
      summary: await this.summaries.of(enrolment, cohort, study),
      next,
      corrections: await this.corrections.of(study, edition),
      coming: comingView(study, cohort, meetings, next.nodeId),
    };
  }
}
