import { Injectable } from '@nestjs/common';
import { Log } from '../logging/log.js';
import { RequestContext } from '../request-context/request-context.js';
import { Closing } from '../shutdown/closing.js';
import { inSpan } from '../telemetry/span.js';
import { JobFailures } from './job-failures.js';
import { JobProgress } from './job-progress.js';
import { JobRegistry } from './job-registry.js';
import { HopelessJob, InterruptedJob, type TakenJob } from './taken-job.js';

/** Carries out jobs with their context, and notes those that are given up. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly registry: JobRegistry,
    private readonly failures: JobFailures,
    private readonly progress: JobProgress,
    private readonly closing: Closing,
    private readonly log: Log,
  ) {}

  /**
   * Runs one attempt. A failed last attempt is noted for the administrator before the error goes on,
   * so that the queue may forget it. Throws `HopelessJob` when no further attempt makes sense, and
   * `InterruptedJob` for a failure while the program stops, which is not the job's.
   */
  run(job: TakenJob): Promise<void> {
    const context = { correlationId: job.correlationId, work: job.name };
    return RequestContext.run(context, () =>
      inSpan(`job ${job.name}`, { 'job.id': job.jobId, 'job.attempt': job.attempt }, () =>
        this.attempt(job),
      ),
    );
  }

  /** Notes a job that died with its workers (killed again and again), without an attempt of its own. */
  async giveUp(job: TakenJob, error: unknown): Promise<void> {
    await this.failures.record(job, error);
    const entry = this.registry.byName(job.name);
    const payload = entry?.handles.topic.schema.safeParse(job.payload);
    if (payload?.success !== true) return;
    await entry?.handler.onGivenUp?.(payload.data as never, error);
  }

  private async attempt(job: TakenJob): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.carryOut(job);
      const ms = Math.round(performance.now() - startedAt);
      this.log.info({ jobId: job.jobId, attempt: job.attempt, ms }, 'job done');
    } catch (error) {
      if (this.closing.signal.aborted) throw new InterruptedJob(`Interrupted: ${job.name}`);
      const attempts = this.registry.byName(job.name)?.handles.attempts ?? 1;
      const last = error instanceof HopelessJob || job.attempt >= attempts;
      this.log.warn({ err: error, jobId: job.jobId, attempt: job.attempt, last }, 'job failed');
      if (last) await this.giveUp(job, error);
      throw error;
    }
  }

  private async carryOut(job: TakenJob): Promise<void> {
    const entry = this.registry.byName(job.name);
    if (entry === undefined) throw new HopelessJob(`Nothing handles ${job.name}`);
    const parsed = entry.handles.topic.schema.safeParse(job.payload);
    if (!parsed.success) {
      const paths = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw new HopelessJob(`The payload of ${job.name} does not hold its schema: ${paths}`);
    }
    const { jobId, attempt, correlationId } = job;
    const progress = (report: Parameters<JobProgress['report']>[0]) => this.progress.report(report);
    const { signal } = this.closing;
    await entry.handler.handle(parsed.data as never, {
      jobId,
      attempt,
      correlationId,
      signal,
      progress,
    });
  }
}
