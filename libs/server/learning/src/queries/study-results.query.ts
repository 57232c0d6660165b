import { Clock, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { cohortRest } from '../policies/cohort-phase.js';
import { moduleView } from '../policies/module-view.js';
import { presence, workResults, type StudyResults } from '../policies/work-result.js';
import { EnrolmentSummaries } from './enrolment-summary.js';
import { PersonStudies } from './person-studies.js';

/** How one person has done so far: every mark with every try, and the periods they were there. */
@Injectable()
export class StudyResultsQuery {
  constructor(
    private readonly training: TrainingFacade,
    private readonly studies: PersonStudies,
    private readonly summaries: EnrolmentSummaries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrolmentId: string): Promise<StudyResults> {
    const { enrolment, cohort } = await this.training.own(actor.personId, enrolmentId);
    const [study, attendance] = await Promise.all([
      this.studies.one(cohort, enrolmentId),
      this.training.attendance(cohort.id, [enrolmentId]),
    ]);
    const rest = cohortRest(cohort, this.clock.now());
    const modules = study.plan.modules.map((module) => moduleView(study, module, rest));
    return {
      summary: await this.summaries.of(enrolment, cohort, study),
      works: modules
        .filter((module) => module.chosen)
        .flatMap((module) => workResults(study, module)),
      attendance: presence(attendance.get(enrolmentId)),
    };
  }
}
