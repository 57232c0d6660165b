import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineEndpoint } from '@cam-nang/contracts';
import { Controller, Module } from '@nestjs/common';
import * as z from 'zod/mini';
import { buildApp, createTestDatabase, testActor, type TestApp } from '@cam-nang/testing';
import {
  Endpoint,
  Notifications,
  RequirePermission,
  SESSION_ENDED,
  type Session,
  type SessionReader,
} from '@cam-nang/platform';
import { Sessions } from '@cam-nang/platform/http';

const signAward = defineEndpoint({
  id: 'spec.sign',
  method: 'POST',
  path: '/api/spec/sign',
  summary: 'Signs',
  response: z.object({ signed: z.boolean() }),
});

@Controller()
class SignController {
  @Endpoint(signAward)
  @RequirePermission('award.sign')
  sign() {
    return { signed: true };
  }
}

@Module({ controllers: [SignController] })
class SignModule {}

/** Counts how often a session is read. */
class CountingReader implements SessionReader {
  reads = 0;
  session: Session | null = { ...testActor('signing-director'), csrfToken: 'c' };

  read(): Promise<Session | null> {
    this.reads += 1;
    return Promise.resolve(this.session);
  }
}

const sender = { token: 'spec', csrfToken: 'c' };
const reader = new CountingReader();
let app: TestApp;
let neighbour: TestApp;

beforeAll(async () => {
  const database = await createTestDatabase();
  const options = { modules: [SignModule], database, environment: { SESSION_CACHE_MS: '5000' } };
  [app, neighbour] = [await buildApp(options), await buildApp(options)];
  app.get(Sessions).use(reader);
});
afterAll(async () => {
  await app.close();
  await neighbour.close();
  await app.database.drop();
});

const sign = () => app.request(signAward, { as: sender });

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let n = 0; n < 100 && !(await holds()); n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a kept session', () => {
  it('is read once for a burst of requests', async () => {
    await Promise.all([sign(), sign(), sign()]);
    await sign();
    expect(reader.reads).toBe(1);
  });

  it('is forgotten at once when another process ends it', async () => {
    const ended = reader.session;
    reader.session = null;
    expect((await sign()).status).toBe(200);
    await neighbour.get(Notifications).tell(SESSION_ENDED, ended?.sessionId);
    await until(async () => (await sign()).status === 401);
    expect((await sign()).problem.code).toBe('session.required');
  });

  it('is read again before it refuses: a fresh authentication counts at once', async () => {
    const past = { ...testActor('signing-director', { freshUntil: new Date(0) }), csrfToken: 'c' };
    reader.session = past;
    expect((await sign()).problem.code).toBe('session.fresh_authentication_required');
    reader.session = { ...past, freshUntil: new Date('2999-01-01') };
    expect((await sign()).status).toBe(200);
  });
});

describe('Notifications', () => {
  it('come back after the connection was cut, and tell that news may be missing', async () => {
    const heard: (string | undefined)[] = [];
    const notifications = app.get(Notifications);
    await notifications.listen('spec', (payload) => heard.push(payload));
    await notifications.tell('spec', 'one');
    await until(() => heard.length === 1);
    const { default: pg } = await import('pg');
    const superuser = new pg.Client({ connectionString: app.database.superuserUrl });
    await superuser.connect();
    await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'cam-nang notifications' and datname = current_database()`,
    );
    await superuser.end();
    await until(() => heard.length >= 3);
    await notifications.tell('spec', 'two');
    await until(() => heard.includes('two'));
    expect(heard).toEqual(['one', undefined, undefined, 'two']);
  });
});
