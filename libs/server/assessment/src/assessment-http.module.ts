import { Module } from '@nestjs/common';
import { AssessmentModule } from './assessment.module.js';
import { AttemptController } from './http/attempt.controller.js';
import { ReportController } from './http/report.controller.js';

@Module({ imports: [AssessmentModule], controllers: [AttemptController, ReportController] })
export class AssessmentHttpModule {}
