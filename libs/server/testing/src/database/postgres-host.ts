import { rm, writeFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { migrations } from '@cam-nang/migrations';
import { startPostgres, type EmbeddedPostgres } from '@cam-nang/start';
import { migrateDatabase } from '@cam-nang/platform/jobs';
import { FAILED_FILE, READY_FILE, type ServerNotice } from './run-folder.js';

// The program that runs PostgreSQL for one run of the specs: it starts the server without durability,
// migrates the template, and ends with the process that owns the run, however that one ended.

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function announce(folder: string, postgres: EmbeddedPostgres): Promise<void> {
  const { superuserUrl, ownerUrl, appUrl } = postgres;
  const notice: ServerNotice = { superuserUrl, ownerUrl, appUrl };
  const draft = join(folder, `${READY_FILE}.new`);
  await writeFile(draft, JSON.stringify(notice), { mode: 0o600 });
  await rename(draft, join(folder, READY_FILE));
}

async function host(folder: string, owner: number): Promise<void> {
  const dataDir = join(folder, 'postgres');
  const postgres = await startPostgres({ dataDir, durable: false });
  try {
    await migrateDatabase(postgres.ownerUrl, migrations);
    await announce(folder, postgres);
    while (isAlive(owner)) await delay(300);
  } finally {
    await postgres.stop({ removeData: true });
  }
}

const [folder = '', owner = '0'] = process.argv.slice(2);
try {
  await host(folder, Number(owner));
  await rm(folder, { recursive: true, force: true });
} catch (error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await writeFile(join(folder, FAILED_FILE), text);
  process.exitCode = 1;
}
