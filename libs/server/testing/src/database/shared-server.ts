import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { FAILED_FILE, READY_FILE, runFolder, runOwner, type ServerNotice } from './run-folder.js';

const LONGEST_START_MS = 180_000;
const here = dirname(fileURLToPath(import.meta.url));

async function startHost(folder: string, owner: number): Promise<void> {
  const output = await open(join(folder, 'host.log'), 'a');
  const loader = join(here, '../../../../../tools/start/run-sources.mjs');
  const host = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      loader,
      join(here, 'postgres-host.ts'),
      folder,
      String(owner),
    ],
    {
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  host.unref();
  await output.close();
}

/** Makes the folder of the run; false when another worker was first. */
async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o711 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function waitFor(folder: string): Promise<ServerNotice> {
  const end = Date.now() + LONGEST_START_MS;
  while (Date.now() < end) {
    const ready = join(folder, READY_FILE);
    if (existsSync(ready)) return JSON.parse(await readFile(ready, 'utf8')) as ServerNotice;
    const failed = join(folder, FAILED_FILE);
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'));
    await delay(50);
  }
  throw new Error(`PostgreSQL for the specs is not ready after 3 minutes; see ${folder}/host.log`);
}

let notice: Promise<ServerNotice> | undefined;

async function joinRun(): Promise<ServerNotice> {
  const owner = runOwner();
  const folder = runFolder(owner);
  if (await claim(folder)) await startHost(folder, owner);
  return waitFor(folder);
}

/**
 * The one PostgreSQL of this run of the specs, started by whoever asks first. It is thrown away with
 * the run.
 */
export function sharedServer(): Promise<ServerNotice> {
  notice ??= joinRun();
  return notice;
}
