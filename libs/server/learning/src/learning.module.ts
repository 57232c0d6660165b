import { AssessmentModule, QUIZ_GATE } from '@cam-nang/assessment';
import { CurriculumModule } from '@cam-nang/curriculum';
import { TrainingModule } from '@cam-nang/training';
import { Global, Module } from '@nestjs/common';
import { LearningFacade } from './learning.facade.js';
import { CorrectionRepository } from './persistence/correction.repository.js';
import { LessonAccessRepository } from './persistence/lesson-access.repository.js';
import { ProgressRepository } from './persistence/progress.repository.js';
import { SurveyRepository } from './persistence/survey.repository.js';
import { CohortTermsReader } from './queries/cohort-terms.js';
import { Corrections } from './queries/corrections.js';
import { EnrolmentSummaries } from './queries/enrolment-summary.js';
import { LessonTexts } from './queries/lesson-texts.js';
import { LessonQuery } from './queries/lesson.query.js';
import { PersonStudies } from './queries/person-studies.js';
import { StudyCourseQuery } from './queries/study-course.query.js';
import { StudyPlans } from './queries/study-plans.js';
import { StudyResultsQuery } from './queries/study-results.query.js';
import { TodayQuery } from './queries/today.query.js';
import { ChooseElectives } from './use-cases/choose-electives.js';
import { SaveProgress } from './use-cases/save-progress.js';

const FOR_CONTROLLERS = [
  ChooseElectives,
  LessonQuery,
  SaveProgress,
  StudyCourseQuery,
  StudyResultsQuery,
  TodayQuery,
];

/** Global for one reason: assessment asks `QUIZ_GATE` without knowing who answers. */
@Global()
@Module({
  imports: [CurriculumModule, TrainingModule, AssessmentModule],
  providers: [
    CorrectionRepository,
    LessonAccessRepository,
    ProgressRepository,
    SurveyRepository,
    CohortTermsReader,
    Corrections,
    EnrolmentSummaries,
    LessonTexts,
    PersonStudies,
    StudyPlans,
    ...FOR_CONTROLLERS,
    LearningFacade,
    { provide: QUIZ_GATE, useExisting: LearningFacade },
  ],
  exports: [...FOR_CONTROLLERS, LearningFacade, QUIZ_GATE],
})
export class LearningModule {}
