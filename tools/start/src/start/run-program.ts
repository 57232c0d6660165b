import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Places } from './places.js';
import { EXIT_WITH_PARENT } from './supervised-program.js';

/** One run of a command of `apps/cli`. */
export interface ProgramRun {
  readonly places: Places;
  readonly command: string;
  readonly environment: Record<string, string | undefined>;
  readonly log: (line: string) => void;
  /** Ends the command early. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a command of `apps/cli` to its end. Lines for people are shown, JSON log lines only kept in
 * `logs/<command>.log`.
 * @throws Error with the last lines when the command fails
 */
export async function runCliCommand(run: ProgramRun): Promise<void> {
  const { places, command, environment, log } = run;
  const program = join(places.root, 'apps', 'cli', 'dist', 'main.js');
  const file = createWriteStream(join(places.logs, `${command}.log`), { mode: 0o600 });
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', EXIT_WITH_PARENT, program, command],
    {
      cwd: places.root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      ...(run.signal === undefined ? {} : { signal: run.signal }),
    },
  );
  if (child.stdout === null || child.stderr === null) throw new Error('No output to read.');
  const last: string[] = [];
  const keep = (line: string): void => {
    file.write(`${line}\n`);
    last.push(line);
    if (last.length > 30) last.shift();
  };
  createInterface(child.stderr).on('line', keep);
  createInterface(child.stdout).on('line', (line) => {
    keep(line);
    if (line !== '' && !line.startsWith('{')) log(line);
  });
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (exit, signal) => resolve(exit ?? signal));
  });
  file.end();
  if (code !== 0) {
    throw new Error(`The command "${command}" failed (${String(code)}):\n${last.join('\n')}`);
  }
}
