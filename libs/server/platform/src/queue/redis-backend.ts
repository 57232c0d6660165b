import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../logging/log.js';
import type { BullBackend } from './bull-backend.js';
import { queueTelemetry } from './queue-telemetry.js';

const LONGEST_RETRY_MS = 5_000;

/** The queue in Redis, through one connection; workers open one more each to wait on. */
export function redisBackend(
  settings: { readonly url: string; readonly prefix: string },
  log: Log,
): BullBackend {
  const connection = new Redis(settings.url, {
    maxRetriesPerRequest: null,
    connectionName: 'cam-nang-queue',
    retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RETRY_MS),
  });
  connection.setMaxListeners(0);
  connection.on('error', (error) => log.warn({ err: error }, 'the queue connection was lost'));
  const { prefix } = settings;
  const telemetry = queueTelemetry();
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection, prefix, telemetry }),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection, prefix, telemetry }),
    close: async () => {
      await connection.quit().catch(() => connection.disconnect());
    },
  };
}
