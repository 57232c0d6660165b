import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobOverview, retryJob } from '@cam-nang/contracts';
import { Module } from '@nestjs/common';
import * as z from 'zod/mini';
import { buildApp, drainJobs, testActor, type TestApp } from '@cam-nang/testing';
import { defineJob, JobHandler, JobProgress, Outbox, type Handler } from '@cam-nang/platform';
import { OperationsHttpModule } from '@cam-nang/platform/http';

const brittle = defineJob({ name: 'spec.brittle', schema: z.object({}), attempts: 1 });
let broken = true;

@JobHandler(brittle)
class BrittleHandler implements Handler<object> {
  handle() {
    return broken ? Promise.reject(new Error('the printer is out of paper')) : Promise.resolve();
  }
}

@Module({ providers: [BrittleHandler] })
class BrittleModule {}

const officer = testActor('system-administrator');
let app: TestApp;

beforeAll(async () => {
  app = await buildApp({ modules: [OperationsHttpModule, BrittleModule] });
});
afterAll(() => app.close());

describe('running work', () => {
  it('shows what waits, runs and failed, and puts a failed job back once', async () => {
    await app.get(Outbox).add({ topic: brittle, payload: {} });
    const waiting = await app.request(jobOverview, { as: officer });
    expect(waiting.body).toMatchObject({ backend: 'postgresql', unsent: 1, failures: [] });

    await drainJobs(app);
    const report = { key: 'award:1', stage: 'render', done: 3, total: 10 };
    await app.get(JobProgress).report(report);
    const failed = (await app.request(jobOverview, { as: officer })).body;
    expect(failed.failures).toMatchObject([
      { job: 'spec.brittle', reason: 'the printer is out of paper', attempts: 1, retriedAt: null },
    ]);
    expect(failed.running).toMatchObject([
      { key: 'award:1', stages: [{ stage: 'render', done: 3, finishedAt: null }] },
    ]);

    broken = false;
    const params = { failureId: failed.failures[0]?.id ?? '' };
    expect((await app.request(retryJob, { params, as: officer })).body).toEqual({ done: true });
    expect((await drainJobs(app)).done).toEqual(['spec.brittle']);
    const again = await app.request(retryJob, { params, as: officer });
    expect(again.problem.code).toBe('job.not_retryable');
  });

  it('is no business of trainees', async () => {
    const response = await app.request(jobOverview, { as: testActor('trainee') });
    expect(response.problem.code).toBe('permission.denied');
  });
});
