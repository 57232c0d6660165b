import { relative } from 'node:path';
import { accountLines, readDemonstration } from './demonstration-accounts.js';
import { AlreadyRunningError, startSystem, type RunningSystem } from './start-system.js';

/**
 * `npm start`: brings everything up, says where, and stops everything on Ctrl-C.
 * @returns the exit code
 */
export async function startCommand(root: string): Promise<number> {
  const data = process.env['CAM_NANG_DATA'];
  const stopped = stopRequest();
  try {
    const system = await startSystem({
      root,
      ...(data === undefined ? {} : { data }),
      environment: process.env,
      log: (line) => console.log(line),
      signal: stopped.signal,
    });
    await describe(system);
    await stopped.first;
    console.log('\nStopping …');
    void stopped.second.then(() => system.stop({ hard: true }));
    await system.stop();
    console.log('Stopped.');
    return 0;
  } catch (error) {
    if (stopped.signal.aborted) return 130;
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof AlreadyRunningError) {
      console.error('Stop it first (Ctrl-C where it runs), or give CAM_NANG_DATA another folder.');
    }
    return 1;
  }
}

/** The first request to stop, and the second by somebody in a hurry. */
function stopRequest(): { first: Promise<void>; second: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  let count = 0;
  const resolvers: (() => void)[] = [];
  const first = new Promise<void>((resolve) => resolvers.push(resolve));
  const second = new Promise<void>((resolve) => resolvers.push(resolve));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      controller.abort();
      resolvers[count]?.();
      count += 1;
    });
  }
  return { first, second, signal: controller.signal };
}

async function describe(system: RunningSystem): Promise<void> {
  const accounts = await readDemonstration(system.places.secrets);
  const lines = ['', `Cẩm Nang is running: ${system.address}`, ''];
  if (accounts.length > 0) {
    lines.push('Demonstration accounts, with passwords of this installation only:', '');
    lines.push(...accountLines(accounts).map((line) => `  ${line}`), '');
  }
  const data = relative(process.cwd(), system.places.data) || '.';
  lines.push(`Data and logs are in ${data}. Stop with Ctrl-C.`, '');
  console.log(lines.join('\n'));
}
