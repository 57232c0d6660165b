import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const READY_FILE = 'ready.json';
const FAILED_FILE = 'failed.txt';
const LONGEST_WAIT_MS = 180_000;

/** Makes a folder of the run; false when another process was first. */
export async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o711 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Tells whoever waits for the folder what came of it, as JSON. */
export async function announce(folder: string, made: unknown): Promise<void> {
  const draft = join(folder, `${READY_FILE}.new`);
  await writeFile(draft, JSON.stringify(made), { mode: 0o600 });
  await rename(draft, join(folder, READY_FILE));
}

/** Tells whoever waits for the folder that nothing comes of it. */
export async function announceFailure(folder: string, error: unknown): Promise<void> {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await writeFile(join(folder, FAILED_FILE), text);
}

/** What came of a folder that was claimed, by this process or by another. */
export async function outcomeOf<T>(folder: string): Promise<T> {
  const end = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < end) {
    const ready = join(folder, READY_FILE);
    if (existsSync(ready)) return JSON.parse(await readFile(ready, 'utf8')) as T;
    const failed = join(folder, FAILED_FILE);
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'));
    await delay(50);
  }
  throw new Error(`Nothing has come of ${folder} after 3 minutes.`);
}
