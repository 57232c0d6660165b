import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CurriculumModule } from '@cam-nang/curriculum';
import { makeSmallCourse } from '@cam-nang/curriculum/testing';
import { makeSmallCountry } from '@cam-nang/identity/testing';
import { CONFIG, type Config } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { verifyCurriculum } from './verify-curriculum.js';

let app: TestApp;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumModule] });
  const { province } = await makeSmallCountry(app);
  await makeSmallCourse(app, { ownerUnitId: province });
}, 60_000);
afterAll(() => app.close());

async function verify(options: Readonly<Record<string, boolean>> = {}) {
  const lines: string[] = [];
  const { HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL } = app.get<Config>(CONFIG);
  const environment = { NODE_ENV: 'test', HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL };
  const code = await verifyCurriculum.run({
    options,
    words: [],
    say: (line) => lines.push(line),
    environment,
  });
  return { code, lines };
}

describe('verify:curriculum', () => {
  it('ends well where all is as it was written', async () => {
    expect(await verify()).toEqual({ code: 0, lines: ['The curriculum is as it was written.'] });
  });

  it('ends with 1 and names the first thing that differs', async () => {
    const client = new pg.Client({ connectionString: app.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    await client.query(
      `update node_revision set title = 'Khác' where title in ('Đón tiếp', 'Ghi sổ')`,
    );
    await client.end();
    const { code, lines } = await verify();
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^revision .*its contentHash is not of what it says$/);
    expect(lines[1]).toMatch(/^… and \d+ more; --all lists them\.$/);
    expect((await verify({ all: true })).lines.length).toBeGreaterThan(2);
  });
});
