import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { OrganisationModule } from '@cam-nang/organisation';
import {
  createLog,
  frameworkLog,
  loadConfig,
  PlatformModule,
  type Config,
  type Log,
} from '@cam-nang/platform';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({ imports: [OrganisationModule, IdentityModule, CurriculumModule] })
class HistoryModule {
  static forRoot(config: Config, log: Log): DynamicModule {
    return { module: HistoryModule, imports: [PlatformModule.forRoot(config, log)] };
  }
}

/** Runs work on the curriculum features with the settings of the environment. */
export async function withCurriculum<T>(
  program: string,
  environment: Readonly<Record<string, string | undefined>>,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const config = loadConfig(environment);
  const log = createLog({ program, level: 'warn' });
  const app = await NestFactory.createApplicationContext(HistoryModule.forRoot(config, log), {
    logger: frameworkLog(log),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
