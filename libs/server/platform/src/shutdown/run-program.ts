import { ConfigError } from '../config/load-config.js';

/**
 * Runs the start of a program. When it fails, the reason goes to standard error and the process ends:
 * with 78 when the settings are wrong (nothing will help but other settings), else with 1.
 */
export async function runProgram(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const isConfig = error instanceof ConfigError;
    const text = error instanceof Error ? (isConfig ? error.message : error.stack) : String(error);
    process.stderr.write(`${text ?? 'The program did not start.'}\n`);
    process.exit(isConfig ? 78 : 1);
  }
}
