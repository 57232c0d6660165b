import { DomainError } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Ids } from '../ids/ids.js';
import { scrubText } from '../logging/scrub.js';
import { RequestContext } from '../request-context/request-context.js';
import type { TakenJob } from './taken-job.js';

/** A job that was given up, as an administrator sees it. */
export interface JobFailure {
  readonly id: string;
  readonly job: string;
  readonly jobId: string;
  readonly reason: string;
  readonly errorCode: string | null;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly retriedAt: Date | null;
}

const LONGEST_REASON = 2_000;

const LIST = `
  select id, job, job_id as "jobId", reason, error_code as "errorCode", attempts, failed_at as "failedAt",
         retried_at as "retriedAt"
  from job_failure
  where ($1 or retried_at is null)
    and ($2::timestamptz is null or (failed_at, id) < ($2, $3::uuid))
  order by failed_at desc, id desc limit $4`;

/** The reason of a failure in words, and its code where it has one. */
export function reasonOf(error: unknown): { reason: string; errorCode: string | null } {
  if (error instanceof DomainError) {
    const facts =
      Object.keys(error.details).length === 0 ? '' : ` ${JSON.stringify(error.details)}`;
    return { reason: `${error.code}${facts}`, errorCode: error.code };
  }
  return { reason: error instanceof Error ? error.message : String(error), errorCode: null };
}

/** Jobs whose last attempt failed: listed for an administrator with the reason, and tried again. */
@Injectable()
export class JobFailures {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Notes a job that is given up. */
  async record(job: TakenJob, error: unknown): Promise<void> {
    const { reason, errorCode } = reasonOf(error);
    await this.database.write(
      `insert into job_failure (id, job, job_id, payload, reason, error_code, attempts, failed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        this.ids.next(),
        job.name,
        job.jobId,
        JSON.stringify(job.payload),
        scrubText(reason).slice(0, LONGEST_REASON),
        errorCode,
        job.attempt,
        this.clock.now(),
      ],
    );
  }

  /** The newest failures; those tried again only when asked for. `before` is the last row read. */
  list(options: {
    readonly limit: number;
    readonly includeRetried?: boolean;
    readonly before?: { readonly failedAt: Date; readonly id: string };
  }): Promise<JobFailure[]> {
    const { limit, includeRetried = false, before } = options;
    const page = [before?.failedAt ?? null, before?.id ?? null];
    return this.database.query<JobFailure>(LIST, [includeRetried, ...page, limit]);
  }

  /**
   * Puts a failed job into the outbox again, once. Throws `job.not_retryable` when it was tried again
   * already, and `resource.not_found`.
   */
  async retry(id: string, accountId: string): Promise<void> {
    await this.database.run(async () => {
      const now = this.clock.now();
      const [row] = await this.database.query<{ job: string; payload: unknown }>(
        `update job_failure set retried_at = $2, retried_by = $3
         where id = $1 and retried_at is null returning job, payload`,
        [id, now, accountId],
      );
      if (row === undefined) throw await this.refusal(id);
      await this.database.write(
        `insert into outbox (id, topic, payload, correlation_id, created_at)
         values ($1, $2, $3, $4, $5)`,
        [
          this.ids.next(),
          row.job,
          JSON.stringify(row.payload),
          RequestContext.correlationId() ?? null,
          now,
        ],
      );
    });
  }

  private async refusal(id: string): Promise<DomainError> {
    const rows = await this.database.query('select 1 from job_failure where id = $1', [id]);
    return new DomainError(rows.length === 0 ? 'resource.not_found' : 'job.not_retryable');
  }
}
