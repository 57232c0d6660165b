import { fork, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

import { DocumentEngineError } from './document-engine-error.js';
import { FONT_FACES } from './font-files.js';

/** A file that templates may read, kept by the process under its path once it was sent. */
export interface TypstFile {
  /** Name under the workspace; the same name always means the same bytes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One document to typeset. `main` is a template of ours; user text stands in `inputs` only. */
export interface TypstJob {
  readonly main: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: readonly TypstFile[];
  /** Seconds since 1970. */
  readonly timestamp: number;
}

interface Answer {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly error?: string;
  readonly memory: number;
}

interface Pending {
  readonly id: number;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: DocumentEngineError) => void;
}

const CHILD = fileURLToPath(new URL('./typst-child.js', import.meta.url));
/** A font configuration that names no folder: the machine's fonts stay out of sight. */
const NO_FONTS = fileURLToPath(new URL('./no-system-fonts.conf', import.meta.url));
const WORKSPACE = fileURLToPath(new URL('./workspace', import.meta.url));
const STDERR_KEPT = 2000;

function childEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'LD_LIBRARY_PATH', 'TMPDIR', 'TEMP'];
  const own = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(own), FONTCONFIG_FILE: NO_FONTS };
}

function start(): ChildProcess {
  const fonts = Object.values(FONT_FACES).map((face) => face.path);
  return fork(CHILD, [WORKSPACE, ...fonts], {
    execArgv: ['--max-old-space-size=256'],
    env: childEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/**
 * One life of the typesetting process: takes a job at a time, counts what it did, and does not keep
 * the program running while it has nothing to do.
 */
export class TypstChildProcess {
  readonly #child: ChildProcess = start();
  readonly #known = new Set<string>();
  #pending: Pending | null = null;
  #errors = '';
  #ended = false;
  #nextId = 1;
  /** Documents made, time spent in ms, and the process's memory in bytes after the last one. */
  documents = 0;
  workMs = 0;
  memory = 0;

  constructor() {
    this.#child.on('message', (answer) => this.#settle(answer as Answer));
    this.#child.once('exit', (code, signal) => this.#exited(signal ?? String(code)));
    this.#child.on('error', (error) => this.#exited(error.message));
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.#errors = (this.#errors + data.toString()).slice(-STDERR_KEPT);
    });
    this.#keepProgramAlive(false);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Typesets one document.
   *
   * @throws DocumentEngineError `rejected` when the typesetter refuses the job, `crashed` when the
   * process dies over it, `timeout` when it takes longer than `limitMs` (the process is then ended)
   */
  async typeset(job: TypstJob, limitMs: number): Promise<Uint8Array> {
    const startedAt = performance.now();
    const timer = setTimeout(() => this.#overdue(limitMs), limitMs);
    this.#keepProgramAlive(true);
    try {
      return await this.#send(job);
    } finally {
      clearTimeout(timer);
      this.#keepProgramAlive(false);
      this.documents++;
      this.workMs += performance.now() - startedAt;
    }
  }

  /** Ends the process and waits until it is gone. */
  async end(): Promise<void> {
    if (this.#ended) return;
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    // Without this the program could run out of work and stop before the process is gone.
    this.#child.ref();
    this.#child.kill('SIGKILL');
    await gone;
  }

  #send(job: TypstJob): Promise<Uint8Array> {
    const id = this.#nextId++;
    const files = job.files
      .filter(({ name }) => !this.#known.has(name))
      .map(({ name, bytes }) => ({ path: `${WORKSPACE}/${name}`, bytes }));
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#crash('before the document'));
        return;
      }
      this.#pending = { id, resolve, reject };
      this.#child.send({ ...job, id, files }, (error) => {
        if (error) this.#exited(error.message);
      });
      for (const { name } of job.files) this.#known.add(name);
    });
  }

  #settle(answer: Answer): void {
    const pending = this.#pending;
    if (pending?.id !== answer.id) return;
    this.#pending = null;
    this.memory = answer.memory;
    if (answer.pdf) pending.resolve(answer.pdf);
    else pending.reject(new DocumentEngineError('rejected', answer.error ?? 'no answer'));
  }

  /** The process is gone, or cannot be talked to any more. */
  #exited(how: string): void {
    this.#ended = true;
    this.#child.kill('SIGKILL');
    this.#fail(this.#crash(how));
  }

  #overdue(limitMs: number): void {
    this.#fail(new DocumentEngineError('timeout', `The document took longer than ${limitMs} ms`));
    this.#child.kill('SIGKILL');
    this.#ended = true;
  }

  #crash(how: string): DocumentEngineError {
    const said = this.#errors.trim();
    const message = `The typesetting process ended (${how})${said === '' ? '' : `: ${said}`}`;
    return new DocumentEngineError('crashed', message);
  }

  #fail(error: DocumentEngineError): void {
    this.#pending?.reject(error);
    this.#pending = null;
  }

  #keepProgramAlive(alive: boolean): void {
    const { channel, stderr } = this.#child;
    if (alive) {
      this.#child.ref();
      channel?.ref();
      return;
    }
    this.#child.unref();
    channel?.unref();
    if (stderr instanceof Socket) stderr.unref();
  }
}
