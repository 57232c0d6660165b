import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_WAIT_MS = 60_000;

/**
 * Kills a program and everything it has started with signal 9, waits until it runs again under another
 * number, and so on.
 * @returns how often it was killed
 */
export async function killOften(
  pidOf: () => number | undefined,
  plan: {
    readonly times: number;
    /** Waits for the moment of the next kill; false when there is nothing left to disturb. */
    readonly between: () => Promise<unknown>;
    readonly say: (line: string) => void;
  },
): Promise<number> {
  let kills = 0;
  for (let turn = 0; turn < plan.times; turn += 1) {
    if ((await plan.between()) === false) break;
    const pid = await running(pidOf);
    const family = [pid, ...startedBy(pid)];
    for (const member of family) killHard(member);
    kills += 1;
    const more = family.length === 1 ? '' : ` and ${String(family.length - 1)} of its own`;
    plan.say(`  killed process ${String(pid)}${more}`);
    await running(() => (pidOf() === pid ? undefined : pidOf()));
  }
  return kills;
}

async function running(pidOf: () => number | undefined): Promise<number> {
  const end = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const pid = pidOf();
    if (pid !== undefined) return pid;
    if (Date.now() > end) throw new Error('The program was not started again.');
    await delay(50);
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // One that was started by the first may have ended with it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Processes that a process has started, where the kernel tells: a database answers through them. */
function startedBy(pid: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((one) => parentOf(one) === pid);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // Fourth field; the second is the name in brackets and may hold spaces.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
