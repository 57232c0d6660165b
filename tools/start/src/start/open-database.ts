import { startPostgres, type EmbeddedPostgres } from '../embedded-postgres/start-postgres.js';
import type { Places } from './places.js';
import { isSet } from './program-environment.js';

/** Addresses of the database for its two roles. */
export interface DatabaseAddresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** A database that is ready, and how to let go of it. */
export interface OpenDatabase extends DatabaseAddresses {
  /** `embedded` where this program runs the server itself. */
  readonly kind: 'embedded' | 'server';
  /** Process number of the embedded server as it runs now; none of a server of one's own. */
  pid(): number | undefined;
  close(): Promise<void>;
}

/**
 * The server of `DATABASE_URL` where it is set (`DATABASE_OWNER_URL` migrates; without it the same role
 * does both), else the embedded one. An embedded server that ends by itself is started again on its port.
 */
export async function openDatabase(
  places: Places,
  caller: Record<string, string | undefined>,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  const appUrl = caller['DATABASE_URL'];
  if (!isSet(appUrl)) return keepRunning(places, log);
  const owner = caller['DATABASE_OWNER_URL'];
  return {
    kind: 'server',
    appUrl,
    ownerUrl: isSet(owner) ? owner : appUrl,
    pid: () => undefined,
    close: () => Promise.resolve(),
  };
}

async function keepRunning(places: Places, log: (line: string) => void): Promise<OpenDatabase> {
  const start = (port?: number): Promise<EmbeddedPostgres> =>
    startPostgres({
      dataDir: places.postgres,
      durable: true,
      log,
      ...(port === undefined ? {} : { port }),
    });
  let server = await start();
  let closing = false;
  const watch = async (): Promise<void> => {
    for (;;) {
      const reason = await server.exited;
      if (closing) return;
      log(`The database ended (${reason}); starting it again`);
      server = await start(server.port);
      if (closing) {
        await server.stop();
        return;
      }
    }
  };
  const watching = watch().catch((error: unknown) => {
    log(`The database does not start again: ${String(error)}`);
  });
  return {
    kind: 'embedded',
    appUrl: server.appUrl,
    ownerUrl: server.ownerUrl,
    pid: () => server.pid,
    close: async () => {
      closing = true;
      await server.stop();
      await watching;
    },
  };
}
