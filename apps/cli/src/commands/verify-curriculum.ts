import { CurriculumModule, findingLine, VerifyCurriculum } from '@cam-nang/curriculum';
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
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Command } from '../command.js';

@Module({ imports: [OrganisationModule, IdentityModule, CurriculumModule] })
class VerifyCurriculumModule {
  static forRoot(config: Config, log: Log): DynamicModule {
    return { module: VerifyCurriculumModule, imports: [PlatformModule.forRoot(config, log)] };
  }
}

/** Works every hash of the curriculum out anew and holds the database against the heads outside it. */
export const verifyCurriculum: Command = {
  name: 'verify:curriculum',
  summary: 'Check texts, commits and editions against their hashes and the published heads',
  options: { all: { type: 'boolean' } },
  async run({ options, say, environment }) {
    const config = loadConfig(environment);
    const log = createLog({ program: 'verify-curriculum', level: 'warn' });
    const module = VerifyCurriculumModule.forRoot(config, log);
    const app = await NestFactory.createApplicationContext(module, {
      logger: frameworkLog(log),
      abortOnError: false,
    });
    try {
      const found = await app.get(VerifyCurriculum).run();
      const [first] = found;
      if (first === undefined) {
        say('The curriculum is as it was written.');
        return 0;
      }
      for (const item of options['all'] === true ? found : [first]) say(findingLine(item));
      if (options['all'] !== true && found.length > 1) {
        say(`… and ${String(found.length - 1)} more; --all lists them.`);
      }
      return 1;
    } finally {
      await app.close();
    }
  },
};
