import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssessmentModule } from '@cam-nang/assessment';
import { CertificationModule } from '@cam-nang/certification';
import {
  loadStudy,
  makeAwardSetting,
  type AwardSpecSetting,
} from '@cam-nang/certification/testing';
import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { LearningModule } from '@cam-nang/learning';
import { OrganisationModule } from '@cam-nang/organisation';
import {
  createLog,
  Database,
  frameworkLog,
  loadConfig,
  PlatformModule,
  type Config,
  type Log,
} from '@cam-nang/platform';
import { freePort, startSystem, type RunningSystem } from '@cam-nang/start';
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

/**
 * Starts an empty system in a temporary folder, sets the stage on it and runs work there; afterwards
 * nothing is left.
 */
export async function onStage<T>(
  program: string,
  say: (line: string) => void,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), `cam-nang-${program}-`));
  const environment = {
    ...process.env,
    PORT: String(await freePort()),
    SEED: 'none',
    DATABASE_URL: '',
  };
  const system = await startSystem({ root: process.cwd(), data, environment, log: say });
  try {
    const stage = await setStage(system, program);
    try {
      return await work(stage);
    } finally {
      await stage.close();
    }
  } finally {
    await system.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** The settings of the database that make an acknowledged commit survive, for people to read. */
export async function durability({ setting }: Stage): Promise<string> {
  const [row] = await setting.app
    .get(Database)
    .query<{ fsync: string; commit: string }>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
  return `fsync ${row?.fsync ?? '?'}, synchronous_commit ${row?.commit ?? '?'}`;
}

/** A calendar day so many days from today. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Places, the sample course, who opens cohorts and who signs, on an empty system. */
async function setStage(system: RunningSystem, program: string): Promise<Stage> {
  const { places } = system;
  const config = loadConfig({
    ...process.env,
    DATABASE_URL: system.databaseUrl,
    STORAGE_DIR: places.files,
    SECRETS_DIR: places.secrets,
    HEADS_DIR: places.heads,
  });
  const log = createLog({ program, level: 'warn' });
  const clock = new StageClock();
  const context: INestApplicationContext = await NestFactory.createApplicationContext(
    StageModule.forRoot(config, log, clock),
    { logger: frameworkLog(log), abortOnError: false },
  );
  const app = {
    get: <T>(token: abstract new (...args: never[]) => T): T => context.get<T>(token),
    clock,
  };
  const setting = await makeAwardSetting({ ...app, begun: await loadStudy(app) });
  return { system, clock, setting, close: () => context.close() };
}
