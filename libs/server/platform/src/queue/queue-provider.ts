import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { Log } from '../logging/log.js';
import { BullQueue } from './bull-queue.js';
import { postgresBackend } from './postgres-backend.js';
import { QUEUE, type QueuePort } from './queue-port.js';
import { redisBackend } from './redis-backend.js';

/** The queue that the settings ask for: in Redis when there is one, else in PostgreSQL. */
export function queueOf(config: Config, log: Log): QueuePort {
  const { REDIS_URL, QUEUE_PREFIX, DATABASE_URL, WORKER_CONCURRENCY } = config;
  const backend =
    REDIS_URL === undefined
      ? postgresBackend({ url: DATABASE_URL, concurrency: WORKER_CONCURRENCY }, log)
      : redisBackend({ url: REDIS_URL, prefix: QUEUE_PREFIX }, log);
  return new BullQueue(backend, log, config.SHUTDOWN_GRACE_MS);
}

export const queueProvider = { provide: QUEUE, inject: [CONFIG, Log], useFactory: queueOf };
