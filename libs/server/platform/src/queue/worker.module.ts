import {
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { JobRunner } from '../jobs/job-runner.js';
import { PlatformJobsModule } from '../jobs/jobs.module.js';
import { QueueMetrics } from '../metrics/queue-metrics.js';
import { Housekeeping } from '../outbox/housekeeping.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { QUEUE, type QueuePort } from './queue-port.js';
import { queueProvider } from './queue-provider.js';

/** Starts the relay and the workers once everything is wired, and refuses when a handler is missing. */
@Injectable()
class WorkerStart implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly relay: OutboxRelay,
    private readonly housekeeping: Housekeeping,
    @Inject(QUEUE) private readonly queue: QueuePort,
    @Inject(CONFIG) private readonly config: Pick<Config, 'WORKER_CONCURRENCY'>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.registry.assertComplete();
    const lockTimesMs = this.registry.all().map(({ handles }) => handles.lockMs);
    await this.queue.process(
      { lockTimesMs, concurrency: this.config.WORKER_CONCURRENCY },
      {
        run: (job) => this.runner.run(job),
        giveUp: (job, error) => this.runner.giveUp(job, error),
      },
    );
    await this.relay.start();
    this.housekeeping.start();
  }

  /** After the relay has stopped (`beforeApplicationShutdown`) and before the pool closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}

/** The job side of the platform: queue, relay, workers, housekeeping. */
@Module({
  imports: [PlatformJobsModule],
  providers: [queueProvider, OutboxRelay, Housekeeping, QueueMetrics, WorkerStart],
  exports: [queueProvider],
})
export class PlatformWorkerModule {}
