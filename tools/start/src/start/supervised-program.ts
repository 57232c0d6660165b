import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from './places.js';

const LARGEST_LOG_BYTES = 20 * 1024 * 1024;

/** Makes node end a program when the process that started it is gone. */
export const EXIT_WITH_PARENT = `--import=${new URL('../../exit-with-parent.mjs', import.meta.url).href}`;

/** What the supervisor keeps running. */
export interface SupervisedRequest {
  readonly places: Places;
  readonly name: 'api' | 'worker';
  readonly environment: Record<string, string | undefined>;
  readonly log: (line: string) => void;
}

/**
 * Keeps one program running: starts it again after a crash, later each time it crashes soon.
 * The program has a process group of its own, so that Ctrl-C in the terminal reaches the supervisor only,
 * and a channel to it, whose end tells the program to stop.
 */
export class SupervisedProgram {
  #child: ChildProcess | undefined;
  #stopping = false;
  #failures = 0;
  #wait: { cancel: () => void } | undefined;
  #done: Promise<void> = Promise.resolve();

  constructor(private readonly request: SupervisedRequest) {}

  /** Process number, while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    this.#done = this.#keep();
  }

  /** Asks the program to stop, and ends it after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#wait?.cancel();
    this.#child?.kill('SIGTERM');
    const timer = setTimeout(() => this.#child?.kill('SIGKILL'), graceMs);
    await this.#done;
    clearTimeout(timer);
  }

  async #keep(): Promise<void> {
    while (!this.#stopping) {
      const startedAt = Date.now();
      const reason = await this.#runOnce();
      if (this.#stopping) return;
      this.#failures = Date.now() - startedAt > 60_000 ? 1 : this.#failures + 1;
      const pause = backOffMs(this.#failures);
      const where = join(this.request.places.logs, `${this.request.name}.log`);
      this.request.log(
        `${this.request.name} ended (${reason}), starting again in ${pause / 1000} s; its log: ${where}`,
      );
      await this.#pause(pause);
    }
  }

  async #runOnce(): Promise<string> {
    const { places, name, environment } = this.request;
    const log = await openLog(join(places.logs, `${name}.log`));
    const child = spawn(
      process.execPath,
      [
        '--enable-source-maps',
        EXIT_WITH_PARENT,
        join(places.root, 'apps', name, 'dist', 'main.js'),
      ],
      {
        cwd: places.root,
        env: environment,
        detached: true,
        stdio: ['ignore', log.fd, log.fd, 'ipc'],
      },
    );
    this.#child = child;
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `code ${String(code)}`));
    });
    await log.close();
    if (this.#stopping) child.kill('SIGTERM');
    const reason = await ended;
    this.#child = undefined;
    return reason;
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wait = {
        cancel: () => {
          clearTimeout(timer);
          resolve();
        },
      };
    });
    this.#wait = undefined;
  }
}

/** Half a second after the first crash, twice as long after each further one, at most 30 s. */
export function backOffMs(failures: number): number {
  return Math.min(30_000, 500 * 2 ** Math.max(0, failures - 1));
}

async function openLog(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_LOG_BYTES) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}
