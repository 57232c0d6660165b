import { HopelessJob, JobRunner, OutboxBatch } from '@cam-nang/platform/jobs';
import type { TestApp } from './test-app.js';

/** What `drainJobs` has carried out. */
export interface Drained {
  /** Names of the jobs that were done, in order. */
  readonly done: readonly string[];
  /** Jobs that were given up, with the reason. */
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
}

const BATCH = 100;
const MOST_ROUNDS = 1_000;

interface Queued {
  readonly name: string;
  readonly jobId: string;
  readonly payload: unknown;
  readonly correlationId: string;
  readonly attempts: number;
}

async function carryOut(runner: JobRunner, job: Queued): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runner.run({ ...job, attempt });
      return undefined;
    } catch (error) {
      if (error instanceof HopelessJob || attempt >= job.attempts) return error;
    }
  }
}

/**
 * Carries out everything in the outbox, and what that puts there, in this process and without a
 * queue, until nothing is left. Failed attempts are repeated at once, as often as the job allows.
 */
export async function drainJobs(app: TestApp): Promise<Drained> {
  const [batch, runner] = [app.get(OutboxBatch), app.get(JobRunner)];
  const done: string[] = [];
  const failed: { name: string; error: unknown }[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const jobs: Queued[] = [];
    const taken = await batch.take(BATCH, (taken) => Promise.resolve(void jobs.push(...taken)));
    if (taken === 0) return { done, failed };
    for (const job of jobs) {
      const error = await carryOut(runner, job);
      if (error === undefined) done.push(job.name);
      else failed.push({ name: job.name, error });
    }
  }
  throw new Error('Jobs make jobs without end');
}
