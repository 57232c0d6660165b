import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Database } from '../database/database.js';
import { QUEUE, type QueueCounts, type QueuePort } from '../queue/queue-port.js';
import { Metrics } from './metrics.js';

/** How full queue and outbox are, for `/metrics`; read when asked for. */
@Injectable()
export class QueueMetrics {
  constructor(
    metrics: Metrics,
    private readonly database: Database,
    @Inject(QUEUE) private readonly queue: QueuePort,
  ) {
    const jobs = new Gauge<'state'>({
      name: 'jobs',
      help: 'Jobs in the queue by state.',
      labelNames: ['state'],
      registers: [metrics.registry],
      collect: (): Promise<void> => this.setJobs(jobs),
    });
    const unsent = new Gauge({
      name: 'outbox_unsent',
      help: 'Outbox rows that are not in the queue yet.',
      registers: [metrics.registry],
      collect: async (): Promise<void> => unsent.set(await this.unsent()),
    });
  }

  private async setJobs(jobs: Gauge<'state'>): Promise<void> {
    const counts: QueueCounts = await this.queue.counts();
    for (const [state, count] of Object.entries(counts)) jobs.set({ state }, count as number);
  }

  private async unsent(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*) from outbox where sent_at is null',
    );
    return row?.count ?? 0;
  }
}
