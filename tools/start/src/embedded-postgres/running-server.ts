import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runAs } from './os-account.js';

/**
 * Makes way for a new server on a cluster: stops one that a killed parent left running, and lets the new
 * server recognise a pid file whose number now belongs to a stranger.
 *
 * The pid file itself is never removed: its shared-memory key is what keeps two servers apart while the
 * last processes of a killed one are still writing.
 */
export async function clearTheWay(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = await recordedPid(cluster);
  if (pid === undefined || !isAlive(pid)) return;
  if (await isServerOf(pid, cluster)) {
    log(`Stopping the database server ${pid} left behind by an earlier run`);
    await stopServer(pid);
    return;
  }
  // PostgreSQL takes a file naming its own parent for stale, and still checks the shared memory.
  const path = join(cluster, 'postmaster.pid');
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [String(process.pid), ...rest].join('\n'));
}

/** The process number in `postmaster.pid`, if there is one. */
export async function recordedPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** The port in `postmaster.pid` (its fourth line), if there is one. */
export async function recordedPort(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number.parseInt(text.split('\n')[3] ?? '', 10);
  return port > 0 ? port : undefined;
}

/** Whether a process with this number is running, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A container without an init process never buries the dead that have lost their parent. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** Fast shutdown (SIGINT); after 30 s immediate shutdown (SIGQUIT), from which the next start recovers. */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await endsWithin(pid, seconds)) return;
  }
  throw new Error(`The database server ${pid} does not stop.`);
}

async function endsWithin(pid: number, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (!isAlive(pid)) return true;
    await delay(50);
  }
  return !isAlive(pid);
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const command = await commandLine(pid);
  return command.includes('postgres') && command.includes(cluster);
}

async function commandLine(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc.replaceAll('\0', ' ');
  return (await runAs(undefined, 'ps', ['-o', 'command=', '-p', String(pid)])).output;
}
