import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { buildApp, testActor, type TestApp } from '@cam-nang/testing';
import { contract, SpecModule } from './endpoints-for-specs.js';

const actor = testActor('trainee');
let app: TestApp;
let superuser: pg.Client;

beforeAll(async () => {
  app = await buildApp({ modules: [SpecModule] });
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await app.close();
});

const hit = (n: number, bucket: string) =>
  app.raw(contract.hits, {
    body: { bucket },
    as: actor,
    idempotencyKey: `key-${bucket}-${String(n)}`,
  });

async function cutEverything(): Promise<void> {
  await superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
}

/** Asks again for some seconds: connections that were cut are found dead one after the other. */
async function until(status: number, ask: () => Promise<number>): Promise<number> {
  for (let tries = 100; tries > 0; tries -= 1) {
    const answer = await ask();
    if (answer === status) return answer;
    await delay(50);
  }
  return ask();
}

describe('when the database drops its connections', () => {
  it('requests under way are answered 503, the next ones work, and a repeat counts once', async () => {
    const storm = Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        await delay(n * 3);
        return { n, status: (await hit(n, 'storm')).status };
      }),
    );
    await delay(40);
    await cutEverything();
    await delay(60);
    await cutEverything();
    const answers = await storm;
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);

    for (const { n } of answers) {
      expect(await until(200, async () => (await hit(n, 'storm')).status)).toBe(200);
    }
    expect((await hit(60, 'storm')).body.hits).toBe(61);
  });

  it('the program calls itself unready while it cannot reach it, and comes back by itself', async () => {
    const name = new URL(app.database.url).pathname.slice(1);
    const ready = async () => (await app.nest.inject({ url: '/health/ready' })).statusCode;
    expect(await ready()).toBe(200);
    await superuser.query(`alter database ${name} connection limit 0`);
    await cutEverything();
    expect(await until(503, ready)).toBe(503);
    expect((await app.nest.inject({ url: '/health/live' })).statusCode).toBe(200);
    expect((await hit(1, 'away')).problem.code).toBe('server.unavailable');
    await superuser.query(`alter database ${name} connection limit -1`);
    expect(await until(200, ready)).toBe(200);
    expect(await until(200, async () => (await hit(1, 'away')).status)).toBe(200);
  });
});
