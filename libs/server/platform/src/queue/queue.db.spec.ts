import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@cam-nang/testing';
import { HopelessJob, InterruptedJob, type TakenJob } from '../jobs/taken-job.js';
import { createLog } from '../logging/log.js';
import { BullQueue } from './bull-queue.js';
import { postgresBackend } from './postgres-backend.js';
import type { QueuedJob } from './queue-port.js';
import { redisBackend } from './redis-backend.js';
import { startRedisForSpecs, whyNoRedis, type SpecRedis } from './redis-for-specs.js';

const log = createLog({ program: 'spec', level: 'silent' });
const LOCK_MS = 1_500;

/** One database that a queue can run on. */
interface Ground {
  start(): Promise<void>;
  /** A queue as a process of its own would have it. */
  open(): BullQueue;
  /** Cuts every connection of the queues. */
  cut(): Promise<void>;
  stop(): Promise<void>;
}

class PostgresGround implements Ground {
  #database: TestDatabase | undefined;

  async start() {
    this.#database = await createTestDatabase();
  }

  open() {
    const url = this.#database?.url ?? '';
    return new BullQueue(postgresBackend({ url, concurrency: 4 }, log), log, 2_000);
  }

  async cut() {
    const client = new pg.Client({ connectionString: this.#database?.superuserUrl });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await client.end();
  }

  async stop() {
    await this.#database?.drop();
  }
}

class RedisGround implements Ground {
  #redis: SpecRedis | undefined;
  readonly #prefix = `spec-${randomBytes(4).toString('hex')}`;

  async start() {
    this.#redis = await startRedisForSpecs();
  }

  open() {
    const url = this.#redis?.url ?? '';
    return new BullQueue(redisBackend({ url, prefix: this.#prefix }, log), log, 2_000);
  }

  async cut() {
    const client = new Redis(this.#redis?.url ?? '');
    await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    client.disconnect();
  }

  async stop() {
    await this.#redis?.stop();
  }
}

let made = 0;

function job(payload: unknown, more: Partial<QueuedJob> = {}): QueuedJob {
  made += 1;
  const jobId = `job-${String(made)}`;
  const common = { name: 'spec.job', jobId, correlationId: `c-${String(made)}` };
  return { ...common, payload, attempts: 3, backoffMs: 50, lockMs: LOCK_MS, ...more };
}

async function until(holds: () => boolean, longestMs = 20_000): Promise<void> {
  const end = Date.now() + longestMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await delay(20);
  }
}

function suite(ground: Ground): void {
  const open: BullQueue[] = [];
  const queue = () => {
    const one = ground.open();
    open.push(one);
    return one;
  };
  const work = async (
    run: (job: TakenJob) => Promise<void>,
    giveUp: (job: TakenJob) => void = () => undefined,
  ) => {
    const worker = queue();
    await worker.process(
      { lockTimesMs: [LOCK_MS], concurrency: 4 },
      { run, giveUp: (given) => Promise.resolve(giveUp(given)) },
    );
    return worker;
  };

  beforeAll(() => ground.start());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  afterAll(() => ground.stop());

  it('carries payload and correlation id to a worker', async () => {
    const seen: TakenJob[] = [];
    await work((taken) => Promise.resolve(void seen.push(taken)));
    const sent = job({ text: 'Đề án', n: 1 });
    await queue().add([sent]);
    await until(() => seen.length === 1);
    const { name, jobId, payload, correlationId } = sent;
    expect(seen).toEqual([{ name, jobId, payload, correlationId, attempt: 1 }]);
  });

  it('runs a job once that is added again under its id', async () => {
    const seen: string[] = [];
    const adding = queue();
    const sent = job(1);
    await adding.add([sent]);
    await adding.add([sent, sent]);
    await work((taken) => Promise.resolve(void seen.push(taken.jobId)));
    await adding.add([sent, job(2)]);
    await until(() => seen.length >= 2);
    await delay(300);
    expect(seen.filter((id) => id === sent.jobId)).toHaveLength(1);
  });

  it('tries again after a failure, and no more than it may', async () => {
    const attempts: Record<string, number[]> = {};
    await work((taken) => {
      (attempts[taken.jobId] ??= []).push(taken.attempt);
      if (taken.payload === 'second time' && taken.attempt === 2) return Promise.resolve();
      return Promise.reject(new Error('not yet'));
    });
    const [works, never] = [job('second time'), job('never')];
    await queue().add([works, never]);
    await until(() => attempts[works.jobId]?.length === 2 && attempts[never.jobId]?.length === 3);
    await delay(500);
    expect(attempts).toEqual({ [works.jobId]: [1, 2], [never.jobId]: [1, 2, 3] });
  });

  it('does not try again what is hopeless', async () => {
    let runs = 0;
    await work(() => {
      runs += 1;
      return Promise.reject(new HopelessJob('no'));
    });
    await queue().add([job(1)]);
    await until(() => runs > 0);
    await delay(400);
    expect(runs).toBe(1);
  });

  it('offers an interrupted job again, and the attempt does not count', async () => {
    const attempts: number[] = [];
    await work((taken) => {
      attempts.push(taken.attempt);
      return attempts.length < 3 ? Promise.reject(new InterruptedJob('stop')) : Promise.resolve();
    });
    await queue().add([job(1, { attempts: 1 })]);
    await until(() => attempts.length === 3);
    expect(attempts).toEqual([1, 1, 1]);
  });

  it('never runs a delayed job early', async () => {
    let ranAt = 0;
    await work(() => Promise.resolve(void (ranAt = Date.now())));
    const addedAt = Date.now();
    await queue().add([job(1, { delayMs: 600 })]);
    await until(() => ranAt > 0);
    expect(ranAt - addedAt).toBeGreaterThanOrEqual(590);
  });

  it('runs several at once, but no more than asked for', async () => {
    let [running, most, done] = [0, 0, 0];
    await work(async () => {
      most = Math.max(most, (running += 1));
      await delay(100);
      running -= 1;
      done += 1;
    });
    await queue().add(Array.from({ length: 12 }, (_, n) => job(n)));
    await until(() => done === 12);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('waits for the job under way when it is closed', async () => {
    let state = 'waiting';
    const worker = await work(async () => {
      state = 'begun';
      await delay(500);
      state = 'done';
    });
    await queue().add([job(1)]);
    await until(() => state === 'begun');
    await worker.close();
    expect(state).toBe('done');
  });

  it('gives the job of a worker that fell silent to another one', async () => {
    let begun = false;
    const dying = await work(() => {
      begun = true;
      return new Promise(() => undefined);
    });
    await queue().add([job('taken over')]);
    await until(() => begun);
    await dying.close();
    const seen: TakenJob[] = [];
    await work((taken) => Promise.resolve(void seen.push(taken)));
    await until(() => seen.length === 1);
    expect(seen[0]).toMatchObject({ payload: 'taken over', attempt: 1 });
  });

  it('goes on by itself after its connections were cut', async () => {
    const seen: unknown[] = [];
    await work((taken) => Promise.resolve(void seen.push(taken.payload)));
    const adding = queue();
    await adding.add([job('before')]);
    await until(() => seen.length === 1);
    await ground.cut();
    await delay(500);
    await adding.add([job('after')]);
    await until(() => seen.includes('after'));
    expect(seen).toEqual(['before', 'after']);
  });

  it('counts what waits', async () => {
    const adding = queue();
    const before = (await adding.counts()).delayed;
    await adding.add([job(1, { delayMs: 60_000 })]);
    expect((await adding.counts()).delayed).toBe(before + 1);
  });
}

describe('the job queue in PostgreSQL', () => suite(new PostgresGround()));

const missing = whyNoRedis();
if (missing === undefined) describe('the job queue in Redis', () => suite(new RedisGround()));
else describe.skip(`the job queue in Redis (${missing})`, () => suite(new RedisGround()));
