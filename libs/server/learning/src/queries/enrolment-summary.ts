import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { TrainingFacade, type CohortRow, type EnrolmentRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import type { PersonStudy } from '../policies/person-study.js';
import { studyTotals } from '../policies/study-counts.js';

export type EnrolmentSummary = ResponseOf<typeof readToday>['enrolments'][number]['summary'];

/** An enrolment in the few lines that stand above every page of a course. */
@Injectable()
export class EnrolmentSummaries {
  constructor(
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
  ) {}

  async of(
    enrolment: EnrolmentRow,
    cohort: CohortRow,
    study: PersonStudy,
  ): Promise<EnrolmentSummary> {
    const [edition, courses] = await Promise.all([
      this.training.editionOf(cohort),
      this.curriculum.courses([cohort.courseId]),
    ]);
    return {
      enrolmentId: enrolment.id,
      cohortId: cohort.id,
      cohortCode: cohort.code,
      cohortTitle: cohort.title,
      courseId: cohort.courseId,
      courseTitle: courses[0]?.title ?? '',
      courseTitleEn: courses[0]?.titleEn ?? '',
      edition,
      opensOn: cohort.opensOn,
      closesOn: cohort.closesOn,
      state: enrolment.state,
      ...studyTotals(study),
    };
  }
}
