import { AssessmentJobsModule } from '@cam-nang/assessment/jobs';
import { CertificationJobsModule } from '@cam-nang/certification/jobs';
import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { LearningModule } from '@cam-nang/learning';
import { OrganisationModule } from '@cam-nang/organisation';
import { PlatformModule, type Config, type Log } from '@cam-nang/platform';
import { PlatformWorkerModule } from '@cam-nang/platform/jobs';
import { TrainingModule } from '@cam-nang/training';
import { Module, type DynamicModule } from '@nestjs/common';

/** Jobs and subscribers of every feature, in the order of the line. */
export const jobModules = [
  OrganisationModule,
  IdentityModule,
  CurriculumModule,
  TrainingModule,
  AssessmentJobsModule,
  LearningModule,
  CertificationJobsModule,
];

/** The job program. */
@Module({ imports: [PlatformWorkerModule, ...jobModules] })
export class WorkerModule {
  static forRoot(config: Config, log: Log): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.forRoot(config, log)] };
  }
}
