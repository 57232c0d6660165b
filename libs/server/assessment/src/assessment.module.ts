import { Module } from '@nestjs/common';
import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { TrainingModule } from '@cam-nang/training';
import { AssessmentFacade } from './assessment.facade.js';
import { AttemptRepository } from './persistence/attempt.repository.js';
import { GradingRepository } from './persistence/grading.repository.js';
import { JournalQueue } from './persistence/journal-queue.js';
import { JournalRepository } from './persistence/journal.repository.js';
import { ReportRepository } from './persistence/report.repository.js';
import { OwnAttempt } from './queries/own-attempt.js';
import { AttemptResultQuery } from './queries/attempt-result.query.js';
import { AttemptViews } from './queries/attempt-view.js';
import { JournalReader } from './queries/journal-reading.js';
import { MarkerReports } from './queries/marker-reports.js';
import { PinnedAttempts } from './queries/pinned-attempts.js';
import { QuestionContents } from './queries/question-content.js';
import { QuizIntroQuery } from './queries/quiz-intro.query.js';
import { GivenMarks } from './queries/given-marks.query.js';
import { ReportViews } from './queries/report-view.js';
import { GradeAttempt } from './use-cases/grade-attempt.js';
import { HandIn } from './use-cases/hand-in.js';
import { MarkReport } from './use-cases/mark-report.js';
import { MeetDevice } from './use-cases/meet-device.js';
import { OpenAttempt } from './use-cases/open-attempt.js';
import { SaveAnswers } from './use-cases/save-answers.js';
import { WriteReport } from './use-cases/write-report.js';

const FOR_CONTROLLERS = [
  AttemptResultQuery,
  AttemptViews,
  HandIn,
  MarkerReports,
  MarkReport,
  MeetDevice,
  OpenAttempt,
  OwnAttempt,
  QuizIntroQuery,
  GivenMarks,
  SaveAnswers,
  WriteReport,
];

@Module({
  imports: [IdentityModule, CurriculumModule, TrainingModule],
  providers: [
    AttemptRepository,
    GradingRepository,
    JournalQueue,
    JournalRepository,
    ReportRepository,
    GradeAttempt,
    JournalReader,
    PinnedAttempts,
    QuestionContents,
    ReportViews,
    ...FOR_CONTROLLERS,
    AssessmentFacade,
  ],
  exports: [...FOR_CONTROLLERS, AssessmentFacade],
})
export class AssessmentModule {}
