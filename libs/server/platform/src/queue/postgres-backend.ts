import { createPostgresBackend, Queue, Worker, type PostgresConnectionOptions } from 'bullmq';
import { Pool } from 'pg';
import type { Log } from '../logging/log.js';
import type { BullBackend } from './bull-backend.js';
import { QUEUE_SCHEMA } from './queue-schema.js';
import { queueTelemetry } from './queue-telemetry.js';

const SPARE_CONNECTIONS = 8;

/**
 * The queue in PostgreSQL: one pool for everything, with the queue's schema as search path. Each
 * worker keeps one of its connections for notifications, so it is larger than the number of jobs.
 */
export function postgresBackend(
  settings: { readonly url: string; readonly concurrency: number },
  log: Log,
): BullBackend {
  const pool = new Pool({
    connectionString: settings.url,
    max: settings.concurrency + SPARE_CONNECTIONS,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    application_name: 'cam-nang queue',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.setMaxListeners(0);
  pool.on('error', (error) => log.warn({ err: error }, 'a queue connection was lost'));
  // The library describes a pool more loosely than `pg` does; it is the same object.
  const connection = pool as unknown as PostgresConnectionOptions;
  const telemetry = queueTelemetry();
  return {
    kind: 'postgresql',
    queue: (name) =>
      new Queue(name, { connection, telemetry }, createPostgresBackend) as unknown as Queue,
    worker: (name, processor, options) =>
      new Worker(
        name,
        processor,
        { ...options, connection, telemetry },
        createPostgresBackend,
      ) as unknown as Worker,
    close: () => pool.end(),
  };
}
