import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_WAIT_MS = 60_000;

/**
 * Kills a program with signal 9, waits until it runs again under another number, and so on.
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
    process.kill(pid, 'SIGKILL');
    kills += 1;
    plan.say(`  killed process ${String(pid)}`);
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
