import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claim, outcomeOf } from './once-per-run.js';
import { runFolder, runOwner, type ServerNotice } from './run-folder.js';

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

let notice: Promise<ServerNotice> | undefined;

async function joinRun(): Promise<ServerNotice> {
  const owner = runOwner();
  const folder = runFolder(owner);
  if (await claim(folder)) await startHost(folder, owner);
  return outcomeOf<ServerNotice>(folder);
}

/**
 * The one PostgreSQL of this run of the specs, started by whoever asks first. It is thrown away with
 * the run.
 */
export function sharedServer(): Promise<ServerNotice> {
  notice ??= joinRun();
  return notice;
}
