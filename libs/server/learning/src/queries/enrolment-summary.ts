import type { readToday, ResponseOf } from '@cam-nang/contracts';
import type { CohortRow, EnrolmentRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import type { PersonStudy } from '../policies/person-study.js';
import { studyTotals } from '../policies/study-counts.js';
import { CohortTermsReader } from './cohort-terms.js';

export type EnrolmentSummary = ResponseOf<typeof readToday>['enrolments'][number]['summary'];

/** An enrolment in the few lines that stand above every page of a course. */
@Injectable()
export class EnrolmentSummaries {
  constructor(private readonly terms: CohortTermsReader) {}

  async of(
    enrolment: EnrolmentRow,
    cohort: CohortRow,
    study: PersonStudy,
  ): Promise<EnrolmentSummary> {
    const [edition, course] = await Promise.all([
      this.terms.edition(cohort),
      this.terms.titles(cohort.courseId),
    ]);
    return {
      enrolmentId: enrolment.id,
      cohortId: cohort.id,
      cohortCode: cohort.code,
      cohortTitle: cohort.title,
      courseId: cohort.courseId,
      courseTitle: course.title,
      courseTitleEn: course.titleEn,
      edition,
      opensOn: cohort.opensOn,
      closesOn: cohort.closesOn,
      state: enrolment.state,
      ...studyTotals(study),
    };
  }
}
