import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobRegistry } from '../jobs/job-registry.js';
import type { RegisteredHandler } from '../jobs/job-registry.js';
import type { QueuedJob } from '../queue/queue-port.js';

interface Row {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
  readonly correlation_id: string | null;
}

const UNSENT = `
  select id, topic, payload, correlation_id from outbox
  where sent_at is null order by created_at, id limit $1 for update skip locked`;

/** Takes unsent outbox rows, some at a time, and marks them sent once they are handed on. */
@Injectable()
export class OutboxBatch {
  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
  ) {}

  /**
   * Hands on the oldest unsent rows as jobs and marks them sent, in one transaction; other relays
   * skip them meanwhile. When `handOn` throws, or the process dies, the rows stay unsent and are
   * handed on again with the same job ids. Returns how many rows were taken.
   */
  take(limit: number, handOn: (jobs: readonly QueuedJob[]) => Promise<void>): Promise<number> {
    return this.database.run(async () => {
      const rows = await this.database.query<Row>(UNSENT, [limit]);
      if (rows.length === 0) return 0;
      const jobs = rows.flatMap((row) => this.jobsOf(row));
      if (jobs.length > 0) await handOn(jobs);
      const ids = rows.map((row) => row.id);
      await this.database.write('update outbox set sent_at = now() where id = any($1)', [ids]);
      return rows.length;
    });
  }

  /** A retried row names one handler; any other goes to every handler of its topic. */
  private jobsOf(row: Row): QueuedJob[] {
    const direct = this.registry.byName(row.topic);
    const entries = direct === undefined ? this.registry.of(row.topic) : [direct];
    return entries.map((entry) => queued(row, entry, direct !== undefined));
  }
}

function queued(row: Row, { handles }: RegisteredHandler, direct: boolean): QueuedJob {
  const subscriber = handles.name.slice(handles.topic.name.length + 1);
  const { name, attempts, backoffMs, lockMs } = handles;
  return {
    name,
    jobId: direct ? row.id : `${row.id}.${subscriber}`,
    payload: row.payload,
    correlationId: row.correlation_id ?? row.id,
    attempts,
    backoffMs,
    lockMs,
  };
}
