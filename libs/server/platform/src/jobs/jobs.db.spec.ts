import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@cam-nang/domain';
import { Module } from '@nestjs/common';
import * as z from 'zod/mini';
import { buildApp, drainJobs, type TestApp } from '@cam-nang/testing';
import {
  Database,
  defineEvent,
  defineJob,
  JobFailures,
  JobHandler,
  JobProgress,
  OnEvent,
  Outbox,
  RequestContext,
  type Handler,
  type JobContext,
} from '@cam-nang/platform';
import { JobRegistry, PlatformJobsModule } from '@cam-nang/platform/jobs';

const payload = z.object({ n: z.int() });
const count = defineJob({ name: 'spec.count', schema: payload, attempts: 3 });
const opened = defineEvent({ name: 'spec.opened', schema: payload });

type Payload = z.output<typeof payload>;
const seen: string[] = [];
let failing = 0;

@JobHandler(count)
class CountHandler implements Handler<Payload> {
  async handle({ n }: Payload, context: JobContext) {
    seen.push(`count ${String(n)} attempt ${String(context.attempt)} ${context.correlationId}`);
    await context.progress({ key: 'spec', stage: 'count', done: n, total: 10 });
    if (failing > 0) {
      failing -= 1;
      throw new DomainError('cohort.full', { seats: 3 });
    }
  }

  onGivenUp({ n }: Payload) {
    seen.push(`given up ${String(n)}`);
    return Promise.resolve();
  }
}

@OnEvent(opened)
class FirstSubscriber implements Handler<Payload> {
  constructor(private readonly outbox: Outbox) {}

  async handle({ n }: Payload) {
    seen.push(`first ${String(n)}`);
    await this.outbox.add({ topic: count, payload: { n: n + 1 } });
  }
}

@OnEvent(opened, { attempts: 1 })
class SecondSubscriber implements Handler<Payload> {
  handle() {
    return Promise.reject(new Error('no account 001099012345'));
  }
}

@Module({
  imports: [PlatformJobsModule],
  providers: [CountHandler, FirstSubscriber, SecondSubscriber],
})
class SpecJobsModule {}

let app: TestApp;
let outbox: Outbox;
let database: Database;

beforeAll(async () => {
  app = await buildApp({ modules: [SpecJobsModule] });
  [outbox, database] = [app.get(Outbox), app.get(Database)];
});
afterAll(() => app.close());

function add(n: number): Promise<string> {
  return RequestContext.run({ correlationId: `c-${String(n)}` }, () =>
    database.run(() => outbox.add({ topic: count, payload: { n } })),
  );
}

describe('the outbox', () => {
  it('hands on what was committed, with its correlation id, and nothing that was rolled back', async () => {
    const lost = database.run(async () => {
      await outbox.add({ topic: count, payload: { n: 99 } });
      throw new Error('no');
    });
    await expect(lost).rejects.toThrow('no');
    await add(1);
    expect(await drainJobs(app)).toEqual({ done: ['spec.count'], failed: [] });
    expect(seen.splice(0)).toEqual(['count 1 attempt 1 c-1']);
    expect(await app.get(JobProgress).read('spec')).toMatchObject([{ stage: 'count', done: 1 }]);
  });

  it('refuses a payload that does not hold the schema', async () => {
    const wrong = { n: 1.5 };
    await expect(outbox.add({ topic: count, payload: wrong })).rejects.toThrow();
  });

  it('tells an event to every subscriber on its own', async () => {
    await outbox.add({ topic: opened, payload: { n: 5 } });
    const drained = await drainJobs(app);
    expect(drained.done).toEqual(['spec.opened>first-subscriber', 'spec.count']);
    expect(drained.failed.map(({ name }) => name)).toEqual(['spec.opened>second-subscriber']);
    expect(seen.splice(0)).toMatchObject(['first 5', expect.stringMatching(/^count 6/)]);
  });
});

describe('a job that fails', () => {
  it('is tried again, as often as it says', async () => {
    failing = 2;
    await add(2);
    expect((await drainJobs(app)).failed).toEqual([]);
    expect(seen.splice(0).map((line) => line.slice(0, 17))).toEqual([
      'count 2 attempt 1',
      'count 2 attempt 2',
      'count 2 attempt 3',
    ]);
  });

  it('is listed with its reason after the last attempt, and can be put back once', async () => {
    failing = 3;
    await add(3);
    await drainJobs(app);
    expect(seen.splice(0).at(-1)).toBe('given up 3');
    const failures = app.get(JobFailures);
    const [failure] = await failures.list({ limit: 1 });
    expect(failure).toMatchObject({ job: 'spec.count', errorCode: 'cohort.full', attempts: 3 });
    expect(failure?.reason).toBe('cohort.full {"seats":3}');
    const [id, account] = [failure?.id ?? '', '0190b2c0-0000-7000-8000-00000000000a'];
    await failures.retry(id, account);
    expect((await drainJobs(app)).done).toEqual(['spec.count']);
    await expect(failures.retry(id, account)).rejects.toMatchObject({ code: 'job.not_retryable' });
    await expect(failures.retry(account, account)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
  });

  it('keeps personal numbers out of the reason', async () => {
    await outbox.add({ topic: opened, payload: { n: 7 } });
    await drainJobs(app);
    const failures = await app.get(JobFailures).list({ limit: 50 });
    expect(failures.map(({ reason }) => reason).join()).toContain('no account [number]');
  });
});

describe('the list of handlers', () => {
  it('notices a job without a handler', () => {
    const registry = app.get(JobRegistry);
    expect(registry.problems()).toEqual([]);
    defineJob({ name: 'spec.orphan', schema: payload });
    expect(registry.problems()).toEqual(['spec.orphan has no handler']);
    expect(() => registry.assertComplete()).toThrow('spec.orphan has no handler');
  });

  it('refuses two jobs of one name', () => {
    expect(() => defineJob({ name: 'spec.count', schema: payload })).toThrow('Two jobs');
  });
});
