import type { readStudyCourse, ResponseOf } from '@cam-nang/contracts';
import { Clock, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { cohortRest } from '../policies/cohort-phase.js';
import { groupViews, moduleView } from '../policies/module-view.js';
import { EnrolmentSummaries } from './enrolment-summary.js';
import { PersonStudies } from './person-studies.js';

/** The course as one person goes through it. */
@Injectable()
export class StudyCourseQuery {
  constructor(
    private readonly training: TrainingFacade,
    private readonly studies: PersonStudies,
    private readonly summaries: EnrolmentSummaries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrolmentId: string): Promise<ResponseOf<typeof readStudyCourse>> {
    const { enrolment, cohort } = await this.training.own(actor.personId, enrolmentId);
    const study = await this.studies.one(cohort, enrolmentId);
    const now = this.clock.now();
    const rest = cohortRest(cohort, now);
    return {
      summary: await this.summaries.of(enrolment, cohort, study),
      modules: study.plan.modules.map((module) => moduleView(study, module, rest)),
      groups: groupViews(study, rest),
      serverTime: now.toISOString(),
    };
  }
}
