import { AssessmentModule } from '@cam-nang/assessment';
import { CertificationModule } from '@cam-nang/certification';
import { makeAwardSetting, type AwardSpecSetting } from '@cam-nang/certification/testing';
import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { LearningModule } from '@cam-nang/learning';
import { OrganisationModule } from '@cam-nang/organisation';
import {
  createLog,
  frameworkLog,
  loadConfig,
  PlatformModule,
  type Config,
  type Log,
} from '@cam-nang/platform';
import type { RunningSystem } from '@cam-nang/start';
import { TrainingModule } from '@cam-nang/training';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { StageClock } from './stage-clock.js';

const features = [
  OrganisationModule,
  IdentityModule,
  CurriculumModule,
  TrainingModule,
  AssessmentModule,
  LearningModule,
  CertificationModule,
];

@Module({ imports: features })
class StageModule {
  static forRoot(config: Config, log: Log, clock: StageClock): DynamicModule {
    return { module: StageModule, imports: [PlatformModule.forRoot(config, log, clock)] };
  }
}

/** The running system with a third program at its side, which writes down what a drill begins with. */
export interface Stage {
  readonly system: RunningSystem;
  readonly clock: StageClock;
  readonly setting: AwardSpecSetting;
  close(): Promise<void>;
}

/** Sets the stage on an empty system: places, the sample course, who opens cohorts and who signs. */
export async function setStage(system: RunningSystem): Promise<Stage> {
  const { places } = system;
  const config = loadConfig({
    ...process.env,
    DATABASE_URL: system.databaseUrl,
    STORAGE_DIR: places.files,
    SECRETS_DIR: places.secrets,
    HEADS_DIR: places.heads,
  });
  const log = createLog({ program: 'chaos', level: 'warn' });
  const clock = new StageClock();
  const context: INestApplicationContext = await NestFactory.createApplicationContext(
    StageModule.forRoot(config, log, clock),
    { logger: frameworkLog(log), abortOnError: false },
  );
  const app = {
    get: <T>(token: abstract new (...args: never[]) => T): T => context.get<T>(token),
    clock,
  };
  return { system, clock, setting: await makeAwardSetting(app), close: () => context.close() };
}
