import { Module } from '@nestjs/common';
import { CohortController } from './http/cohort.controller.js';
import { EnrolmentController } from './http/enrolment.controller.js';
import { MeetingController } from './http/meeting.controller.js';
import { TrainingModule } from './training.module.js';

@Module({
  imports: [TrainingModule],
  controllers: [CohortController, EnrolmentController, MeetingController],
})
export class TrainingHttpModule {}
