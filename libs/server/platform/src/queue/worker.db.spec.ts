import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Inject, Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import * as z from 'zod/mini';
import { createTestDatabase, type TestDatabase } from '@cam-nang/testing';
import {
  createLog,
  Database,
  defineEvent,
  defineJob,
  JobHandler,
  loadConfig,
  OnEvent,
  Outbox,
  PlatformModule,
  type Handler,
  type JobContext,
} from '@cam-nang/platform';
import { Housekeeping, PlatformWorkerModule, QUEUE, type QueuePort } from '@cam-nang/platform/jobs';
import { InternalServer } from '../health/internal-server.js';
import { Closing } from '../shutdown/closing.js';
import { startRedisForSpecs, whyNoRedis, type SpecRedis } from './redis-for-specs.js';

const payload = z.object({ n: z.int() });
const write = defineJob({
  name: 'spec.write',
  schema: payload,
  attempts: 4,
  backoffMs: 50,
  lockMs: 1_500,
});
const happened = defineEvent({ name: 'spec.happened', schema: payload });

const troubles = { failures: 0, pauseMs: 0 };

/** Writes one row a job, however often it runs: the key in the database is what counts. */
@Injectable()
class Writer {
  constructor(@Inject(Database) private readonly database: Database) {}

  async write(bucket: string, n: number): Promise<void> {
    await this.database.query(
      `insert into rate_window values ($1, '2026-01-01'::timestamptz + $2 * interval '1 s', 1)
       on conflict do nothing`,
      [bucket, n],
    );
  }
}

@JobHandler(write)
class WriteHandler implements Handler<{ n: number }> {
  constructor(private readonly writer: Writer) {}

  async handle({ n }: { n: number }, context: JobContext) {
    if (troubles.failures > 0) {
      troubles.failures -= 1;
      throw new Error('try again');
    }
    await delay(troubles.pauseMs);
    if (context.signal.aborted) throw new Error('stopping');
    await this.writer.write('job', n);
  }
}

@OnEvent(happened)
class Follower implements Handler<{ n: number }> {
  constructor(private readonly writer: Writer) {}

  handle({ n }: { n: number }) {
    return this.writer.write('event', n);
  }
}

@Module({ imports: [PlatformWorkerModule], providers: [Writer, WriteHandler, Follower] })
class SpecWorkerModule {}

/** The modules of a worker, on a database and a queue. */
async function startWorker(database: TestDatabase, redisUrl: string | undefined) {
  const config = loadConfig({
    DATABASE_URL: database.url,
    NODE_ENV: 'test',
    DATABASE_POOL: '5',
    INTERNAL_PORT: '0',
    SHUTDOWN_GRACE_MS: '3000',
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  });
  const log = createLog({ program: 'spec', level: 'silent' });
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, log), SpecWorkerModule],
  }).compile();
  return module.init();
}

function suite(redis: () => string | undefined): void {
  let database: TestDatabase;
  const running: INestApplicationContext[] = [];
  const start = async () => {
    const worker = await startWorker(database, redis());
    running.push(worker);
    return worker;
  };
  const add = (worker: INestApplicationContext, from: number, count: number) =>
    worker.get(Database).run(async () => {
      const payloads = Array.from({ length: count }, (_, index) => ({ n: from + index }));
      await worker.get(Outbox).addMany(write, payloads);
    });
  const rows = async (worker: INestApplicationContext, bucket: string) => {
    const [row] = await worker
      .get(Database)
      .query<{ count: number }>('select count(*) from rate_window where bucket = $1', [bucket]);
    return row?.count ?? 0;
  };
  const until = async (worker: INestApplicationContext, bucket: string, count: number) => {
    for (let n = 0; n < 600 && (await rows(worker, bucket)) < count; n += 1) await delay(50);
    expect(await rows(worker, bucket)).toBe(count);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    troubles.failures = 0;
    troubles.pauseMs = 0;
    await Promise.all(running.splice(0).map((worker) => worker.close()));
  });
  afterAll(() => database.drop());

  it('carries out what was committed to the outbox, and tells every follower', async () => {
    const worker = await start();
    await add(worker, 1, 20);
    await worker.get(Outbox).add({ topic: happened, payload: { n: 1 } });
    await until(worker, 'job', 20);
    await until(worker, 'event', 1);
    const unsent = await worker.get(Database).query('select 1 from outbox where sent_at is null');
    expect(unsent).toEqual([]);
  });

  it('tries again what failed', async () => {
    const worker = await start();
    troubles.failures = 2;
    await add(worker, 100, 1);
    await until(worker, 'job', 21);
  });

  it('loses nothing when the queue is away while rows are handed on', async () => {
    const worker = await start();
    const queue = worker.get<QueuePort>(QUEUE);
    const added = queue.add.bind(queue);
    let refusals = 2;
    queue.add = (jobs) => {
      refusals -= 1;
      return refusals >= 0 ? Promise.reject(new Error('away')) : added(jobs);
    };
    await add(worker, 200, 5);
    await until(worker, 'job', 26);
  });

  it('leaves what it cannot finish to another worker when it is stopped', async () => {
    const [first, second] = [await start(), await start()];
    troubles.pauseMs = 400;
    await add(first, 300, 24);
    await delay(600);
    first.get(Closing).begin();
    await first.close();
    running.splice(running.indexOf(first), 1);
    await until(second, 'job', 50);
  });

  it('serves metrics and health on the internal port', async () => {
    const worker = await start();
    const port = worker.get(InternalServer).port ?? 0;
    const page = async (path: string) =>
      (await fetch(`http://127.0.0.1:${String(port)}${path}`)).text();
    const metrics = await page('/metrics');
    expect(metrics).toMatch(/jobs\{state="waiting"\} \d/);
    expect(metrics).toMatch(/outbox_unsent 0/);
    expect(metrics).toContain('process_cpu_seconds_total');
    expect(JSON.parse(await page('/health/ready'))).toMatchObject({
      status: 'ok',
      checks: [{ name: 'database', ok: true }],
    });
    worker.get(Closing).begin();
    expect(JSON.parse(await page('/health/ready'))).toMatchObject({ status: 'unavailable' });
  });

  it('sweeps out what has served its time, and only that', async () => {
    const worker = await start();
    await worker
      .get(Database)
      .query(`update outbox set sent_at = now() - interval '8 days' where topic = $1`, [
        happened.name,
      ]);
    const removed = await worker.get(Housekeeping).sweep();
    expect(removed).toMatchObject({ outbox: 1, idempotent_request: 0 });
  });
}

describe('a worker with its queue in PostgreSQL', () => suite(() => undefined));

const missing = whyNoRedis();
const redisSuite = () => {
  let redis: SpecRedis | undefined;
  beforeAll(async () => {
    redis = await startRedisForSpecs();
  });
  afterAll(() => redis?.stop());
  suite(() => redis?.url);
};
if (missing === undefined) describe('a worker with its queue in Redis', redisSuite);
else describe.skip(`a worker with its queue in Redis (${missing})`, redisSuite);
