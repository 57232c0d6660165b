import { AssessmentHttpModule } from '@cam-nang/assessment/http';
import { CertificationHttpModule } from '@cam-nang/certification/http';
import { CurriculumHttpModule } from '@cam-nang/curriculum/http';
import { IdentityHttpModule } from '@cam-nang/identity/http';
import { InsightHttpModule } from '@cam-nang/insight/http';
import { LearningHttpModule } from '@cam-nang/learning/http';
import { OrganisationHttpModule } from '@cam-nang/organisation/http';
import { OperationsHttpModule } from '@cam-nang/platform/http';
import { TrainingHttpModule } from '@cam-nang/training/http';

/** The endpoints of every feature; the api's own tests hold the written document against its routes. */
export const httpModules = [
  OperationsHttpModule,
  OrganisationHttpModule,
  IdentityHttpModule,
  CurriculumHttpModule,
  TrainingHttpModule,
  AssessmentHttpModule,
  LearningHttpModule,
  CertificationHttpModule,
  InsightHttpModule,
];
