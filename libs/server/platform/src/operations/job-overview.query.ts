import type { jobOverview, ResponseOf } from '@cam-nang/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { Database } from '../database/database.js';
import { JobFailures } from '../jobs/job-failures.js';
import { QueueReader } from '../queue/queue-reader.js';

type Overview = ResponseOf<typeof jobOverview>;
type Running = Overview['running'];

const MOST_FAILURES = 100;

const RUNNING = `
  select key, jsonb_agg(jsonb_build_object(
      'stage', stage, 'done', done, 'total', total, 'failed', failed,
      'startedAt', to_char(started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'updatedAt', to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'finishedAt', to_char(finished_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ) order by started_at, stage) as stages
  from job_progress
  where key in (select key from job_progress where finished_at is null or updated_at > $1)
  group by key order by max(updated_at) desc limit 50`;

const RECENT_MS = 3_600_000;

/** What runs, what waits and what failed. */
@Injectable()
export class JobOverviewQuery {
  constructor(
    private readonly database: Database,
    private readonly failures: JobFailures,
    private readonly queue: QueueReader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'REDIS_URL'>,
  ) {}

  async read(): Promise<Overview> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - RECENT_MS);
    const [counts, unsent, running, failures] = await Promise.all([
      this.queue.counts(),
      this.unsent(),
      this.database.query<Running[number]>(RUNNING, [since]),
      this.failures.list({ limit: MOST_FAILURES, includeRetried: true }),
    ]);
    return {
      backend: this.config.REDIS_URL === undefined ? 'postgresql' : 'redis',
      waiting: counts.waiting,
      active: counts.active,
      delayed: counts.delayed,
      unsent,
      running,
      failures: failures.map((failure) => ({
        id: failure.id,
        job: failure.job,
        jobId: failure.jobId,
        reason: failure.reason,
        attempts: failure.attempts,
        failedAt: failure.failedAt.toISOString(),
        retriedAt: failure.retriedAt?.toISOString() ?? null,
      })),
      serverTime: now.toISOString(),
    };
  }

  private async unsent(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*) from outbox where sent_at is null',
    );
    return row?.count ?? 0;
  }
}
