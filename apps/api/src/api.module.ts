import { AssessmentHttpModule } from '@cam-nang/assessment/http';
import { CertificationHttpModule } from '@cam-nang/certification/http';
import { CurriculumHttpModule } from '@cam-nang/curriculum/http';
import { IdentityModule } from '@cam-nang/identity';
import { IdentityHttpModule } from '@cam-nang/identity/http';
import { InsightHttpModule } from '@cam-nang/insight/http';
import { LearningHttpModule } from '@cam-nang/learning/http';
import { OrganisationHttpModule } from '@cam-nang/organisation/http';
import { PlatformModule, type Config, type Log } from '@cam-nang/platform';
import { OperationsHttpModule, PlatformHttpModule } from '@cam-nang/platform/http';
import { TrainingHttpModule } from '@cam-nang/training/http';
import { Module, type DynamicModule } from '@nestjs/common';
import { DemonstrationGuard } from './demonstration-guard.js';
import { WiringModule } from './wiring.module.js';

/** The endpoints of every feature, in the order of the line, and what features ask to their right. */
export const httpModules = [
  WiringModule,
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

/** The HTTP program. */
@Module({
  imports: [PlatformHttpModule, IdentityModule, ...httpModules],
  providers: [DemonstrationGuard],
})
export class ApiModule {
  static forRoot(config: Config, log: Log): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.forRoot(config, log)] };
  }
}
