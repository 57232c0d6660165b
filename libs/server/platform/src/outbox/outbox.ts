import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Ids } from '../ids/ids.js';
import type { Topic } from '../jobs/definition.js';
import { RequestContext } from '../request-context/request-context.js';
import type * as z from 'zod/mini';

/** Name under which PostgreSQL tells the relay that rows are waiting. */
export const OUTBOX_CHANNEL = 'outbox';

/** Puts jobs and events into the business transaction: they are sent if and only if it commits. */
@Injectable()
export class Outbox {
  #wakeUpDue = false;

  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes one row: a job to be done or an event to be told. Inside `Database.run` it stands or falls
   * with the transaction. Returns the row's id, which becomes the job's id. Throws when the payload
   * does not hold its schema.
   */
  async add<D extends Topic>(row: {
    readonly topic: D;
    readonly payload: z.input<D['schema']>;
  }): Promise<string> {
    const [id = ''] = await this.addMany(row.topic, [row.payload]);
    return id;
  }

  /** Writes many rows of one topic in one statement. */
  async addMany<D extends Topic>(
    topic: D,
    payloads: readonly z.input<D['schema']>[],
  ): Promise<string[]> {
    const parsed = payloads.map((payload) => JSON.stringify(topic.schema.parse(payload)));
    const ids = parsed.map(() => this.ids.next());
    await this.database.write(
      `insert into outbox (id, topic, payload, correlation_id, created_at)
       select id, $2, payload::jsonb, $3, $4
       from unnest($1::uuid[], $5::text[]) with ordinality as rows (id, payload, place)`,
      [ids, topic.name, RequestContext.correlationId() ?? null, this.clock.now(), parsed],
    );
    this.database.afterCommit(() => this.wakeRelay());
    return ids;
  }

  /**
   * Tells the relay, at most once every few milliseconds. Not part of the transaction, because a
   * notification at commit takes a lock of the whole database; the relay also looks by itself.
   */
  private wakeRelay(): void {
    if (this.#wakeUpDue) return;
    this.#wakeUpDue = true;
    setTimeout(() => {
      this.#wakeUpDue = false;
      void this.database.query(`select pg_notify('${OUTBOX_CHANNEL}', '')`).catch(() => undefined);
    }, 10).unref();
  }
}
