import { setTimeout as delay } from 'node:timers/promises';
import { DelayedError, UnrecoverableError, type Job, type Queue, type Worker } from 'bullmq';
import { lockTimes } from '../jobs/definition.js';
import { HopelessJob, InterruptedJob, type TakenJob } from '../jobs/taken-job.js';
import type { Log } from '../logging/log.js';
import type { BullBackend } from './bull-backend.js';
import type { Processor, QueueCounts, QueuedJob, QueuePort } from './queue-port.js';

/** What travels with a job. */
interface JobData {
  readonly payload: unknown;
  readonly correlationId: string;
}

const DAY_SECONDS = 86_400;
const KEEP_DONE = { age: DAY_SECONDS, count: 1_000 };
const KEEP_FAILED = { age: 30 * DAY_SECONDS, count: 5_000 };

/** So often may the workers of a job die before it is given up: kills are not the job's fault. */
const MOST_STALLS = 20;

/** Pause before an interrupted job is offered again, to another worker if there is one. */
const INTERRUPTED_PAUSE_MS = 250;

const CLOSE_CHECK_MS = 25;

/** A stalled job is noticed after the lock time and at most this share of it more. */
const STALL_CHECK_SHARE = 0.6;

function taken(job: Job<JobData>, jobId: string): TakenJob {
  const { payload, correlationId } = job.data;
  return { name: job.name, jobId, attempt: job.attemptsMade + 1, payload, correlationId };
}

/** The job queue on BullMQ, whichever database carries it. */
export class BullQueue implements QueuePort {
  readonly #queues = new Map<number, Queue>();
  readonly #workers: Worker[] = [];
  #running = 0;
  #closed: Promise<void> | undefined;

  constructor(
    private readonly backend: BullBackend,
    private readonly log: Log,
    private readonly graceMs = 10_000,
  ) {}

  async add(jobs: readonly QueuedJob[]): Promise<void> {
    for (const lockMs of new Set(jobs.map((job) => job.lockMs))) {
      const own = jobs.filter((job) => job.lockMs === lockMs);
      await this.queueOf(lockMs).addBulk(own.map((job) => this.bulkEntry(job)));
    }
  }

  async process(
    options: { readonly lockTimesMs: readonly number[]; readonly concurrency: number },
    processor: Processor,
  ): Promise<void> {
    for (const lockMs of new Set(options.lockTimesMs)) {
      const worker = this.backend.worker(
        this.nameOf(lockMs),
        (job: Job<JobData>, token) => this.runOne(job, token, processor),
        {
          concurrency: options.concurrency,
          lockDuration: lockMs,
          stalledInterval: Math.round(lockMs * STALL_CHECK_SHARE),
          maxStalledCount: MOST_STALLS,
        },
      );
      this.#workers.push(worker);
      worker.on('error', (error) => this.log.warn({ err: error }, 'the queue reports an error'));
      worker.on('failed', (job, error) => this.noteStalled(job, error, processor));
      await worker.waitUntilReady();
    }
  }

  async counts(): Promise<QueueCounts> {
    const sum = { waiting: 0, active: 0, delayed: 0, failed: 0 };
    for (const lockMs of new Set([...this.#queues.keys(), ...lockTimes()])) {
      const queue = this.queueOf(lockMs);
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
      for (const state of ['waiting', 'active', 'delayed', 'failed'] as const) {
        sum[state] += counts[state] ?? 0;
      }
    }
    return sum;
  }

  close(): Promise<void> {
    this.#closed ??= this.closeAll();
    return this.#closed;
  }

  private async closeAll(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => this.closeWorker(worker)));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  /** Waits for jobs under way, but not for ever: another worker takes over what is left. */
  private async closeWorker(worker: Worker): Promise<void> {
    await worker.pause(true);
    const end = Date.now() + this.graceMs;
    while (this.#running > 0 && Date.now() < end) await delay(CLOSE_CHECK_MS);
    const left = this.#running;
    if (left > 0) this.log.warn({ left }, 'jobs are left to another worker');
    await Promise.race([worker.close(left > 0), delay(this.graceMs, undefined, { ref: false })]);
  }

  private async runOne(
    job: Job<JobData>,
    token: string | undefined,
    processor: Processor,
  ): Promise<void> {
    this.#running += 1;
    try {
      await processor.run(taken(job, job.id ?? ''));
    } catch (error) {
      if (error instanceof HopelessJob) throw new UnrecoverableError(error.message);
      if (!(error instanceof InterruptedJob)) throw error;
      await job.moveToDelayed(Date.now() + INTERRUPTED_PAUSE_MS, token);
      throw new DelayedError();
    } finally {
      this.#running -= 1;
    }
  }

  /** A job that stalled too often fails without any worker having run it to an end. */
  private noteStalled(job: Job<JobData> | undefined, error: Error, processor: Processor): void {
    if (job === undefined || !error.message.includes('stalled')) return;
    processor.giveUp(taken(job, job.id ?? ''), error).catch((reason: unknown) => {
      this.log.error({ err: reason, jobId: job.id }, 'a job that stalled could not be noted');
    });
  }

  private bulkEntry(job: QueuedJob) {
    const data: JobData = { payload: job.payload, correlationId: job.correlationId };
    return {
      name: job.name,
      data,
      opts: {
        jobId: job.jobId,
        attempts: job.attempts,
        backoff: { type: 'exponential', delay: job.backoffMs },
        removeOnComplete: KEEP_DONE,
        removeOnFail: KEEP_FAILED,
        ...(job.delayMs === undefined ? {} : { delay: job.delayMs }),
      },
    };
  }

  private queueOf(lockMs: number): Queue {
    const known = this.#queues.get(lockMs);
    if (known !== undefined) return known;
    const queue = this.backend.queue(this.nameOf(lockMs));
    queue.on('error', (error) => this.log.warn({ err: error }, 'the queue reports an error'));
    this.#queues.set(lockMs, queue);
    return queue;
  }

  private nameOf(lockMs: number): string {
    return `jobs-${String(lockMs)}ms`;
  }
}
