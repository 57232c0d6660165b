import { Injectable } from '@nestjs/common';
import type { CohortMarkers } from '@cam-nang/training';
import { TrainingFacade } from '@cam-nang/training';
import { ReportRepository } from '../persistence/report.repository.js';

/** Who marked the reports of a cohort, and which wait for a mark; quizzes are marked by the product. */
@Injectable()
export class GivenMarks implements CohortMarkers {
  constructor(
    private readonly training: TrainingFacade,
    private readonly reports: ReportRepository,
  ) {}

  async marked(accountId: string, cohortId: string): Promise<boolean> {
    const enrolments = await this.training.enrolmentsOf(cohortId);
    return this.reports.markedBy(
      accountId,
      enrolments.map((enrolment) => enrolment.id),
    );
  }

  async waiting(cohortId: string): Promise<number> {
    const enrolments = await this.training.enrolmentsOf(cohortId);
    const here = enrolments.filter(({ state }) => state !== 'withdrawn');
    const reports = await this.reports.ofEnrolments(here.map((enrolment) => enrolment.id));
    return reports.filter(({ state }) => state === 'submitted').length;
  }
}
