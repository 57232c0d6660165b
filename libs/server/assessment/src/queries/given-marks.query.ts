import { Injectable } from '@nestjs/common';
import type { CohortMarkers } from '@cam-nang/training';
import { TrainingFacade } from '@cam-nang/training';
import { ReportRepository } from '../persistence/report.repository.js';

/** Who gave marks in a cohort: those who marked its reports; quizzes are marked by the product. */
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
}
