import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { Log } from '../logging/log.js';
import type { QueueCounts, QueuePort } from './queue-port.js';
import { queueOf } from './queue-provider.js';

/** Looks at the queue from a program that carries out no jobs; connects when first asked. */
@Injectable()
export class QueueReader implements OnApplicationShutdown {
  #queue: QueuePort | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  counts(): Promise<QueueCounts> {
    this.#queue ??= queueOf({ ...this.config, WORKER_CONCURRENCY: 1 }, this.log);
    return this.#queue.counts();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#queue?.close();
  }
}
