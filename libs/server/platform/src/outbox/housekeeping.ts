import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Log } from '../logging/log.js';

const EVERY_MS = 600_000;

/** What may be forgotten and when; each statement removes a bounded number of rows at a time. */
const FORGET: readonly (readonly [name: string, sql: string])[] = [
  [
    'idempotent_request',
    `delete from idempotent_request where ctid in (select ctid from idempotent_request
       where created_at < now() - interval '48 hours' limit 5000)`,
  ],
  [
    'outbox',
    `delete from outbox where id in (select id from outbox
       where sent_at < now() - interval '7 days' limit 5000)`,
  ],
  [
    'rate_window',
    `delete from rate_window where ctid in (select ctid from rate_window
       where window_start < now() - interval '2 days' limit 5000)`,
  ],
  [
    'job_progress',
    `delete from job_progress where ctid in (select ctid from job_progress
       where finished_at < now() - interval '30 days' limit 5000)`,
  ],
];

/** Removes rows of the platform's own tables that have served their time. Harmless when doubled. */
@Injectable()
export class Housekeeping implements BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.sweep(), EVERY_MS);
    this.#timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** One round; returns how many rows went, by table. */
  async sweep(): Promise<Record<string, number>> {
    const removed: Record<string, number> = {};
    for (const [name, sql] of FORGET) {
      try {
        removed[name] = await this.database.write(sql);
      } catch (error) {
        this.log.warn({ err: error, table: name }, 'old rows could not be removed');
      }
    }
    return removed;
  }
}
