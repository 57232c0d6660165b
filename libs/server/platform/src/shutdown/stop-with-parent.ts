import type { INestApplicationContext } from '@nestjs/common';
import type { Log } from '../logging/log.js';
import { Closing } from './closing.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Ends the program in an orderly way on SIGTERM and SIGINT, and when the program that started it is
 * gone (its IPC channel closes): finish what is under way, take nothing new, let go of everything. A
 * second signal, or the end of the grace time, ends it at once.
 */
export function stopWithParent(
  app: INestApplicationContext,
  options: { readonly log: Log; readonly graceMs: number },
): void {
  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) return;
    stopping = true;
    options.log.info({ reason }, 'stopping');
    app.get(Closing, { strict: false }).begin();
    setTimeout(() => {
      options.log.error({}, 'did not stop in time');
      process.exit(1);
    }, options.graceMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        options.log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  let signals = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(1);
      stop(signal);
    });
  }
  if (process.send !== undefined) process.on('disconnect', () => stop('parent gone'));
}
