import { join } from 'node:path';
import { AssessmentModule } from '@cam-nang/assessment';
import { CertificationModule } from '@cam-nang/certification';
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
import { TrainingModule } from '@cam-nang/training';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UsageError, type Command } from '../command.js';
import { isEmpty, seedDemonstration } from '../seed/seed.js';
import { SeedClock } from '../seed/seed-clock.js';

const features = [
  OrganisationModule,
  IdentityModule,
  CurriculumModule,
  TrainingModule,
  AssessmentModule,
  LearningModule,
  CertificationModule,
];

/** Every feature, on a clock that the seeder sets. */
@Global()
@Module({ imports: features })
class SeedModule {
  static forRoot(config: Config, log: Log, clock: SeedClock): DynamicModule {
    return {
      module: SeedModule,
      imports: [PlatformModule.forRoot(config, log, clock)],
    };
  }
}

/** Loads the demonstration into an empty database; a database with people in it stays as it is. */
export const seed: Command = {
  name: 'seed',
  summary: 'Load the demonstration of the folder seed/ into an empty database',
  options: { folder: { type: 'string' } },
  async run({ options, say, environment }) {
    const config = loadConfig(environment);
    if (config.NODE_ENV === 'production')
      throw new UsageError('Production takes no demonstration.');
    const log = createLog({ program: 'seed', level: 'warn' });
    const clock = new SeedClock();
    const app = await NestFactory.createApplicationContext(SeedModule.forRoot(config, log, clock), {
      logger: frameworkLog(log),
      abortOnError: false,
    });
    try {
      if (!(await isEmpty(app))) {
        say('Cơ sở dữ liệu đã có dữ liệu, không nạp thêm.');
        return 0;
      }
      const folder =
        typeof options['folder'] === 'string' ? options['folder'] : join(process.cwd(), 'seed');
      const places = { folder, secretsDir: config.SECRETS_DIR, say };
      // All of it or nothing: whoever stops a first start gets the whole demonstration at the next one.
      await app.get(Database).run(() => seedDemonstration(app, clock, places));
      say('Đã nạp dữ liệu mẫu.');
      return 0;
    } finally {
      await app.close();
    }
  },
};
