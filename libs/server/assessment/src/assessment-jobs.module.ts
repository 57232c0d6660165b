import { Module } from '@nestjs/common';
import { AssessmentModule } from './assessment.module.js';
import { OverdueAttempts } from './jobs/overdue-attempts.js';

@Module({ imports: [AssessmentModule], providers: [OverdueAttempts] })
export class AssessmentJobsModule {}
