import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cam-nang/testing';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = mkdtempSync(join(tmpdir(), 'api-'));
const children: ChildProcess[] = [];
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function start(program: string, environment: Record<string, string>): ChildProcess {
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      join(root, 'tools/start/run-sources.mjs'),
      join(root, program),
    ],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: database.url,
        STORAGE_DIR: join(folder, 'files'),
        SECRETS_DIR: join(folder, 'secrets'),
        HEADS_DIR: join(folder, 'heads'),
        LOG_LEVEL: 'info',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  children.push(child);
  return child;
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  for (let n = 0; n < 300; n += 1) {
    if (child.exitCode !== null) throw new Error(`the api ended: ${errors}`);
    const answer = await fetch(`http://127.0.0.1:${String(port)}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await delay(100);
  }
  throw new Error('the api does not become ready');
}

async function startApi(): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const child = start('apps/api/src/main.ts', { PORT: String(port) });
  await ready(child, port);
  return { child, port };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('the api as a process', () => {
  it('ends in order on SIGTERM, and answers what is under way', async () => {
    const { child, port } = await startApi();
    const answer = fetch(`http://127.0.0.1:${String(port)}/api/session`);
    await delay(20);
    child.kill('SIGTERM');
    expect((await answer).status).toBe(401);
    expect(await exitCode(child)).toBe(0);
  });

  it('ends when the program that started it is gone', async () => {
    const { child } = await startApi();
    child.disconnect();
    expect(await exitCode(child)).toBe(0);
  });

  it('says what is wrong with its settings, without repeating values', async () => {
    const child = start('apps/api/src/main.ts', { PORT: 'geheim' });
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
    expect(await exitCode(child)).toBe(78);
    expect(errors).toContain('PORT');
    expect(errors).not.toContain('geheim');
  });
});
