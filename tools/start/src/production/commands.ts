import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

type Environment = Record<string, string | undefined>;

/** Where and with what a command of the Dockerfile runs. */
export interface Place {
  readonly folder: string;
  readonly environment: Environment;
}

/**
 * Runs a command to its end.
 * @throws Error with what it printed, when it fails
 */
export async function runToEnd(command: readonly string[], place: Place): Promise<string> {
  const { child, output } = launch(command, place);
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}:\n${output()}`);
  return output();
}

/** A program that stays. */
export class Running {
  readonly #child: ChildProcess;
  readonly #output: () => string;
  readonly #exit: Promise<number | string | null>;

  constructor(
    readonly name: string,
    command: readonly string[],
    private readonly place: Place,
  ) {
    const { child, output } = launch(command, place);
    this.#child = child;
    this.#output = output;
    this.#exit = exitOf(child);
  }

  /** Repeats the health check until it passes. @throws Error with the program's output */
  async untilHealthy(check: readonly string[]): Promise<void> {
    let last = '';
    for (let attempt = 0; attempt < 120; attempt += 1) {
      if (this.#child.exitCode !== null) break;
      const answer = await runToEnd(check, this.place).catch((error: Error) => error);
      if (typeof answer === 'string') return;
      last = answer.message;
      await delay(500);
    }
    throw new Error(`${this.name} is not healthy: ${last}\n${this.#output()}`);
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals): Promise<number | string | null> {
    this.#child.kill(signal);
    return this.#exit;
  }

  /** Waits for the end of a program that is expected to end by itself. */
  async ended(): Promise<{ code: number | string | null; output: string }> {
    return { code: await this.#exit, output: this.#output() };
  }
}

function launch(
  [program = '', ...args]: readonly string[],
  { folder, environment }: Place,
): { child: ChildProcess; output: () => string } {
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const collect = (chunk: Buffer): void => {
    lines.push(chunk.toString('utf8'));
    if (lines.length > 200) lines.shift();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.on('error', (error) => lines.push(error.message));
  return { child, output: () => lines.join('') };
}

async function exitOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}
