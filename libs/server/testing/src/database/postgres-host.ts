import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { migrations } from '@cam-nang/migrations';
import { startPostgres, type EmbeddedPostgres } from '@cam-nang/start';
import { migrateDatabase } from '@cam-nang/platform/jobs';
import { announce, announceFailure } from './once-per-run.js';
import type { ServerNotice } from './run-folder.js';

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

function noticeOf({ superuserUrl, ownerUrl, appUrl }: EmbeddedPostgres): ServerNotice {
  return { superuserUrl, ownerUrl, appUrl };
}

async function host(folder: string, owner: number): Promise<void> {
  const dataDir = join(folder, 'postgres');
  const postgres = await startPostgres({ dataDir, durable: false });
  try {
    await migrateDatabase(postgres.ownerUrl, migrations);
    await announce(folder, noticeOf(postgres));
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
  await announceFailure(folder, error);
  process.exitCode = 1;
}
