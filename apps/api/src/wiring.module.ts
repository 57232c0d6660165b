import { AssessmentModule, GivenMarks } from '@cam-nang/assessment';
import { COHORT_COUNTS } from '@cam-nang/curriculum';
import { COHORT_MARKERS, RunningCohorts, TrainingModule } from '@cam-nang/training';
import { Global, Module } from '@nestjs/common';

/**
 * Answers that features ask of features to their right, which they may not import. Global, because who
 * asks does not know who answers.
 */
@Global()
@Module({
  imports: [TrainingModule, AssessmentModule],
  providers: [
    { provide: COHORT_COUNTS, useExisting: RunningCohorts },
    { provide: COHORT_MARKERS, useExisting: GivenMarks },
  ],
  exports: [COHORT_COUNTS, COHORT_MARKERS],
})
export class WiringModule {}
