import { COHORT_COUNTS } from '@cam-nang/curriculum';
import { RunningCohorts, TrainingModule } from '@cam-nang/training';
import { Global, Module } from '@nestjs/common';

/**
 * Answers that features ask of features to their right, which they may not import. Global, because who
 * asks does not know who answers.
 */
@Global()
@Module({
  imports: [TrainingModule],
  providers: [{ provide: COHORT_COUNTS, useExisting: RunningCohorts }],
  exports: [COHORT_COUNTS],
})
export class WiringModule {}
