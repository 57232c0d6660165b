import type { Command } from './command.js';
import { configDocs } from './commands/config-docs.js';
import { diffEditions } from './commands/diff-editions.js';
import { exportAsOf } from './commands/export-as-of.js';
import { firstCode } from './commands/first-code.js';
import { importHistory } from './commands/import-history.js';
import { migrate } from './commands/migrate.js';
import { openapi } from './commands/openapi.js';
import { seed } from './commands/seed.js';
import { verifyCurriculum } from './commands/verify-curriculum.js';
import { verifyRegister } from './commands/verify-register.js';

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [
  migrate,
  seed,
  firstCode,
  verifyCurriculum,
  verifyRegister,
  importHistory,
  exportAsOf,
  diffEditions,
  openapi,
  configDocs,
];
