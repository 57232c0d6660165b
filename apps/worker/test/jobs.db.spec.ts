import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog, loadConfig } from '@cam-nang/platform';
import { JobRegistry } from '@cam-nang/platform/jobs';
import { createTestDatabase, type TestDatabase } from '@cam-nang/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../src/worker.module.js';

const file = join(dirname(fileURLToPath(import.meta.url)), 'jobs.txt');
const folder = mkdtempSync(join(tmpdir(), 'worker-'));
let database: TestDatabase;
let worker: INestApplicationContext;

beforeAll(async () => {
  database = await createTestDatabase();
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    STORAGE_DIR: join(folder, 'files'),
    SECRETS_DIR: join(folder, 'secrets'),
    HEADS_DIR: join(folder, 'heads'),
  });
  const log = createLog({ program: 'spec', level: 'silent' });
  worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config, log), {
    logger: false,
    abortOnError: false,
  });
});
afterAll(async () => {
  await worker.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Every handler with how often it tries and how long it may be silent, as people read it. */
function table(): string {
  const lines = worker
    .get(JobRegistry)
    .all()
    .map(({ handles: { name, attempts, backoffMs, lockMs } }) =>
      [
        name.padEnd(60),
        `${String(attempts)} attempts`,
        `wait ${String(backoffMs)} ms`,
        `lock ${String(lockMs)} ms`,
      ].join('  '),
    );
  return `${lines.sort().join('\n')}\n`;
}

describe('the jobs of the worker', () => {
  it('have exactly one handler each', () => {
    expect(worker.get(JobRegistry).problems()).toEqual([]);
  });

  it('are those of jobs.txt (UPDATE_GUARDS=1 writes it; read the difference)', () => {
    const current = table();
    if (process.env['UPDATE_GUARDS'] === '1') writeFileSync(file, current);
    expect(current).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});
