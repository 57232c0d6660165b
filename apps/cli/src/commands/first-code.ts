import { ClaimInstallation, IdentityModule } from '@cam-nang/identity';
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

@Module({ imports: [OrganisationModule, IdentityModule] })
class FirstCodeModule {
  static forRoot(config: Config, log: Log): DynamicModule {
    return { module: FirstCodeModule, imports: [PlatformModule.forRoot(config, log)] };
  }
}

/** Prints the one-time code with which the first administrator of an empty installation makes an account. */
export const firstCode: Command = {
  name: 'first-code',
  summary: 'Print the one-time code of the first administrator, while nobody has an account',
  async run({ say, environment }) {
    const config = loadConfig(environment);
    const log = createLog({ program: 'first-code', level: 'warn' });
    const app = await NestFactory.createApplicationContext(FirstCodeModule.forRoot(config, log), {
      logger: frameworkLog(log),
      abortOnError: false,
    });
    try {
      const code = await app.get(ClaimInstallation).code();
      say(
        code === null
          ? 'Somebody has an account already; there is no first code.'
          : `One-time code of the first administrator: ${code} (use it at ${config.PUBLIC_URL}/claim)`,
      );
      return 0;
    } finally {
      await app.close();
    }
  },
};
