import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './running-server.js';

/** Thrown when another living program already runs the server of a data folder. */
export class PostgresInUseError extends Error {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(`The database in ${dataDir} is already run by process ${pid}.`);
  }
}

const nameOf = (dataDir: string): string => join(dataDir, 'owner.pid');

/**
 * Marks this process as the one that runs the server in `dataDir`.
 * A mark left by a killed process is taken over.
 * @throws PostgresInUseError
 */
export async function markOwner(dataDir: string): Promise<void> {
  const owner = await readFile(nameOf(dataDir), 'utf8').catch(() => '');
  const pid = Number.parseInt(owner, 10);
  const startedThen = owner.split(' ')[1];
  if (pid > 0 && pid !== process.pid && isAlive(pid) && (await startTime(pid)) === startedThen) {
    throw new PostgresInUseError(dataDir, pid);
  }
  await writeFile(nameOf(dataDir), `${process.pid} ${await startTime(process.pid)}`, {
    mode: 0o600,
  });
}

/** Takes the mark away when the server has been stopped. */
export async function clearOwner(dataDir: string): Promise<void> {
  await rm(nameOf(dataDir), { force: true });
}

/** When a process started, in the kernel's ticks: tells a process from a later one with the same number. */
async function startTime(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22; the second field is the name in brackets and may hold spaces.
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}
