import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateDocuments } from '@cam-nang/certification';
import { CertificationJobsModule } from '@cam-nang/certification/jobs';
import {
  makeAwardSetting,
  openAwardCohort,
  QuickEngine,
  signedAward,
  studyBegun,
} from '@cam-nang/certification/testing';
import { CONFIG, type Config } from '@cam-nang/platform';
import { buildApp, drainJobs, type TestApp } from '@cam-nang/testing';
import pg from 'pg';
import { verifyRegister } from './verify-register.js';

let app: TestApp;

beforeAll(async () => {
  app = await buildApp({
    from: studyBegun,
    modules: [CertificationJobsModule],
    overrides: [
      { provide: CertificateDocuments, useValue: new CertificateDocuments(new QuickEngine()) },
    ],
  });
  const setting = await makeAwardSetting(app);
  const cohort = await openAwardCohort(setting, 'K1/2024', ['Bùi Văn An', 'Hà Tuấn Anh']);
  await signedAward(setting, cohort, '1/QĐ-SNV');
  await drainJobs(app);
}, 180_000);
afterAll(() => app.close());

async function verify(options: Readonly<Record<string, boolean>> = {}) {
  const lines: string[] = [];
  const { HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL } = app.get<Config>(CONFIG);
  const environment = { NODE_ENV: 'test', HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL };
  const code = await verifyRegister.run({
    options,
    words: [],
    say: (line) => lines.push(line),
    environment,
  });
  return { code, lines };
}

describe('verify:register', () => {
  it('ends well where all is as it was sealed', async () => {
    expect(await verify()).toEqual({ code: 0, lines: ['The register is as it was sealed.'] });
  });

  it('ends with 1 and names the first row that differs', async () => {
    const client = new pg.Client({ connectionString: app.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    await client.query(`update register_entry set issued_on = issued_on + 1 where register_no = 2`);
    await client.end();
    const { code, lines } = await verify();
    expect(code).toBe(1);
    expect(lines[0]).toBe('entry 002/2024/BDX-SNV (leaf 2): the row is not as it was sealed');
    expect(lines[1]).toBe('… and 1 more; --all lists them.');
    expect((await verify({ all: true })).lines).toHaveLength(2);
  });
});
