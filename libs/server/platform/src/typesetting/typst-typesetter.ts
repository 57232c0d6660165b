import { DocumentEngineError } from './document-engine-error.js';
import { TypstChildProcess, type TypstJob } from './typst-child-process.js';

/** When a typesetting process has done enough and a fresh one takes over. */
export interface TypstLimits {
  readonly documents: number;
  readonly workMs: number;
  /** Resident memory in bytes. */
  readonly memory: number;
  /** The longest that one document may take. */
  readonly jobMs: number;
}

/** The typesetter keeps up to 1 MB a document: these limits hold a process under about 500 MB. */
export const TYPST_LIMITS: TypstLimits = {
  documents: 300,
  workMs: 30_000,
  memory: 600_000_000,
  jobMs: 20_000,
};

/**
 * Typesets Typst documents one after another in a process that is ended and replaced before it
 * grows too large, after a crash and after a timeout. A document during which the process crashed
 * is tried once more in a fresh one.
 */
export class TypstTypesetter {
  readonly #limits: TypstLimits;
  #child: TypstChildProcess | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  #started = 0;

  constructor(limits: Partial<TypstLimits> = {}) {
    this.#limits = { ...TYPST_LIMITS, ...limits };
  }

  /** How many processes were started so far. */
  get processesStarted(): number {
    return this.#started;
  }

  /** Id of the process that is running, if one is. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  /** Memory of the process in bytes after its last document. */
  get memory(): number {
    return this.#child?.memory ?? 0;
  }

  /**
   * The PDF of a job.
   *
   * @throws DocumentEngineError, see `TypstChildProcess.typeset`; `closed` after `close()`
   */
  typeset(job: TypstJob): Promise<Uint8Array> {
    const made = this.#last.then(() => this.#twiceAtMost(job));
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Waits for what is under way, then ends the process. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    await this.#retire();
  }

  async #twiceAtMost(job: TypstJob): Promise<Uint8Array> {
    try {
      return await this.#once(job);
    } catch (error) {
      if (!(error instanceof DocumentEngineError) || error.fault !== 'crashed') throw error;
      return this.#once(job);
    }
  }

  async #once(job: TypstJob): Promise<Uint8Array> {
    if (this.#closed) throw new DocumentEngineError('closed', 'The typesetter was closed');
    const child = this.#running();
    const pdf = await child.typeset(job, this.#limits.jobMs);
    if (this.#spent(child)) await this.#retire();
    return pdf;
  }

  #running(): TypstChildProcess {
    if (this.#child && !this.#child.ended) return this.#child;
    this.#started++;
    this.#child = new TypstChildProcess();
    return this.#child;
  }

  #spent(child: TypstChildProcess): boolean {
    const { documents, workMs, memory } = this.#limits;
    return child.documents >= documents || child.workMs >= workMs || child.memory >= memory;
  }

  async #retire(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    await child?.end();
  }
}
