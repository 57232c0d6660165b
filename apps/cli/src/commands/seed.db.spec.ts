import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG, Database, type Config } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { seed } from './seed.js';

let app: TestApp;
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'seed-'));
  app = await buildApp({ modules: [] });
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(work, { recursive: true });
});

function run(say: (line: string) => void) {
  const { STORAGE_DIR, DATABASE_URL } = app.get<Config>(CONFIG);
  const environment = {
    ...{ NODE_ENV: 'test', STORAGE_DIR, DATABASE_URL },
    ...{ HEADS_DIR: join(work, 'heads'), SECRETS_DIR: join(work, 'secrets') },
  };
  return seed.run({ words: [], options: {}, say, environment });
}

async function accounts(): Promise<number> {
  const [row] = await app
    .get(Database)
    .query<{ count: number }>('select count(*)::int as count from account');
  return row?.count ?? 0;
}

describe('the demonstration', () => {
  it('leaves nothing when it is stopped half-way, and is loaded whole the next time', async () => {
    const stop = (line: string) => {
      if (line.includes('lớp mẫu')) throw new Error('stopped');
    };
    await expect(run(stop)).rejects.toThrow('stopped');
    expect(await accounts()).toBe(0);
    const said: string[] = [];
    expect(await run((line) => said.push(line))).toBe(0);
    expect(await accounts()).toBeGreaterThan(10);
    expect(said.at(-1)).toBe('Đã nạp dữ liệu mẫu.');
  }, 120_000);

  it('is not loaded into a database with people in it', async () => {
    const before = await accounts();
    const said: string[] = [];
    expect(await run((line) => said.push(line))).toBe(0);
    expect([said.length, await accounts()]).toEqual([1, before]);
  }, 60_000);
});
