import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, People } from '@cam-nang/identity';
import { loadConfig } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { httpModules } from '../src/api.module.js';
import { DemonstrationGuard } from '../src/demonstration-guard.js';

let app: TestApp;

beforeAll(async () => {
  app = await buildApp({ modules: httpModules });
});
afterAll(() => app.close());

function guard(mode: 'production' | 'development'): DemonstrationGuard {
  const config = loadConfig({ DATABASE_URL: app.database.url, NODE_ENV: mode });
  return new DemonstrationGuard(app.get(Accounts), config);
}

describe('demonstration accounts', () => {
  it('keep the api from starting in production, and only there', async () => {
    await guard('production').onApplicationBootstrap();
    const fullName = 'Nguyễn Thị Mẫu';
    const personId = await app.get(People).add({ fullName, birthDate: null });
    await app.get(Accounts).create({ personId, fullName, isDemonstration: true });
    await expect(guard('production').onApplicationBootstrap()).rejects.toThrow('demonstration');
    await guard('development').onApplicationBootstrap();
  });
});
