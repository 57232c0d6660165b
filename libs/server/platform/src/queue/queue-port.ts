import type { TakenJob } from '../jobs/taken-job.js';

/** A job on its way into the queue. */
export interface QueuedJob {
  readonly name: string;
  /** Adding the same id again while the queue remembers it changes nothing. */
  readonly jobId: string;
  readonly payload: unknown;
  readonly correlationId: string;
  readonly attempts: number;
  readonly backoffMs: number;
  /** Jobs of one lock time share a queue (see `JobDefinition.lockMs`). */
  readonly lockMs: number;
  readonly delayMs?: number;
}

/** How many jobs wait, run and have failed. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** What carries out jobs. */
export interface Processor {
  /** Runs one attempt; a throw makes the queue try again later, `HopelessJob` never again. */
  run(job: TakenJob): Promise<void>;
  /** Called for a job whose workers died again and again. */
  giveUp(job: TakenJob, error: unknown): Promise<void>;
}

/** The job queue; nothing outside `queue/` knows what it runs on. */
export interface QueuePort {
  /** Adds jobs; when it returns they are kept and will run at least once. */
  add(jobs: readonly QueuedJob[]): Promise<void>;
  /** Starts to carry out jobs of these lock times, so many at once. */
  process(
    options: { readonly lockTimesMs: readonly number[]; readonly concurrency: number },
    processor: Processor,
  ): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** Takes no further jobs, waits for those under way, and lets go of every connection. */
  close(): Promise<void>;
}

/** Injection token of the `QueuePort`. */
export const QUEUE = Symbol('queue');
