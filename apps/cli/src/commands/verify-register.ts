import { CertificationModule, registerFindingLine, VerifyRegister } from '@cam-nang/certification';
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

@Module({ imports: [CertificationModule] })
class VerifyRegisterModule {
  static forRoot(config: Config, log: Log): DynamicModule {
    return { module: VerifyRegisterModule, imports: [PlatformModule.forRoot(config, log)] };
  }
}

/** Works the register out anew, from rows and stored papers, and holds it against the heads outside the database. */
export const verifyRegister: Command = {
  name: 'verify:register',
  summary: 'Check the register and its papers against the published heads',
  options: { all: { type: 'boolean' } },
  async run({ options, say, environment }) {
    const config = loadConfig(environment);
    const log = createLog({ program: 'verify-register', level: 'warn' });
    const app = await NestFactory.createApplicationContext(
      VerifyRegisterModule.forRoot(config, log),
      { logger: frameworkLog(log), abortOnError: false },
    );
    try {
      const found = await app.get(VerifyRegister).run();
      const [first] = found;
      if (first === undefined) {
        say('The register is as it was sealed.');
        return 0;
      }
      for (const item of options['all'] === true ? found : [first]) say(registerFindingLine(item));
      if (options['all'] !== true && found.length > 1) {
        say(`… and ${String(found.length - 1)} more; --all lists them.`);
      }
      return 1;
    } finally {
      await app.close();
    }
  },
};
