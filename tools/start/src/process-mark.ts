import { open, readFile, rm } from 'node:fs/promises';
import { isAlive } from './embedded-postgres/running-server.js';

/**
 * Writes this process into a mark file that only one living process can hold. A mark left by a killed
 * process is taken over; the number alone is not trusted, since a later process may have got it.
 * @returns the number of the living process that holds the mark, or `undefined` when it is ours now
 */
export async function takeMark(path: string): Promise<number | undefined> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const holder = await holderOf(path);
    if (holder === process.pid) return undefined;
    if (holder !== undefined) return holder;
    await rm(path, { force: true });
    const file = await open(path, 'wx', 0o600).catch(ignoreExisting);
    if (file === undefined) continue;
    await file.writeFile(`${process.pid} ${await startTime(process.pid)}`);
    await file.close();
    return undefined;
  }
  throw new Error(`The mark ${path} changes hands all the time.`);
}

/** The living process that holds a mark. */
export async function holderOf(path: string): Promise<number | undefined> {
  const [number = '', startedThen] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
  const pid = Number.parseInt(number, 10);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  return (await startTime(pid)) === startedThen ? pid : undefined;
}

/** Gives a mark back. */
export async function giveMarkBack(path: string): Promise<void> {
  await rm(path, { force: true });
}

function ignoreExisting(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error;
  return undefined;
}

/** When a process started, in the kernel's ticks; the same for all where the kernel does not tell. */
async function startTime(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22; the second field is the name in brackets and may hold spaces.
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}
