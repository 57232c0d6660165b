import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.js';
import { loadCredentials, type Credentials } from './credentials.js';
import { initialiseCluster } from './initialise-cluster.js';
import { giveMarkBack, holderOf, takeMark } from '../process-mark.js';
import { serverAccount } from './os-account.js';
import {
  APP_ROLE,
  connectionUrl,
  DATABASE,
  OWNER_ROLE,
  prepareDatabase,
  waitUntilReady,
} from './roles-and-database.js';
import { clearTheWay, recordedPort, stopServer } from './running-server.js';
import { homeOf, prepareServerHome, realFolder } from './server-home.js';
import { freePort, spawnServer, type ServerProcess, type ServerRequest } from './server-process.js';

/** How to start the embedded PostgreSQL. */
export interface PostgresOptions {
  /** Folder that holds everything of this server; made when missing. */
  readonly dataDir: string;
  /** Port on 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** `false` switches the guarantees against crashes of the machine off: only for data that is thrown away. */
  readonly durable: boolean;
  /** Programs of another PostgreSQL than the one that is installed with the packages. */
  readonly binaries?: Binaries;
  readonly log?: (line: string) => void;
}

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** Process number of the server. */
  readonly pid: number;
  /** As the superuser, on the database `postgres`. */
  readonly superuserUrl: string;
  /** As the owner of the database `cam_nang`: for migrations only. */
  readonly ownerUrl: string;
  /** As the application. */
  readonly appUrl: string;
  /** Settles with the reason when the server has ended, asked or not. */
  readonly exited: Promise<string>;
  /** Stops the server, and with `removeData` deletes its folder. May be called twice. */
  stop(how?: { removeData?: boolean }): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL in a folder: makes the cluster, roles and database at the first start,
 * recovers after a crash, and stops a server that a killed parent left behind.
 * Listens on 127.0.0.1 only, with random passwords kept in `dataDir` (0600).
 * @throws PostgresInUseError when another living process runs it; Error with the server's last lines
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => undefined);
  const account = await serverAccount(homeOf(dataDir));
  const binaries = options.binaries ?? (await findBinaries(account, log));
  const home = await realFolder(await prepareServerHome(dataDir, account, options.durable));
  await own(dataDir);
  const cluster = join(home, 'data');
  const secrets = await loadCredentials(dataDir, existsSync(cluster));
  if (!existsSync(cluster)) {
    log('Making the database (first start)');
    await initialiseCluster({ home, binaries, account, superuserPassword: secrets.superuser });
  }
  await clearTheWay(cluster, log);
  const request = { postgres: binaries.postgres, cluster, account, durable: options.durable };
  const logFile = join(dataDir, 'server.log');
  const started = await startUntilReady({ ...request, logFile }, options.port, secrets.superuser);
  const handle = handleOf(started, secrets, { dataDir, home });
  await prepareDatabase(handle.superuserUrl, secrets).catch(async (error: unknown) => {
    await handle.stop();
    throw error;
  });
  log(`PostgreSQL is ready on 127.0.0.1:${started.port}`);
  return handle;
}

/** Thrown when another living program already runs the server of a data folder. */
export class PostgresInUseError extends Error {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(`The database in ${dataDir} is already run by process ${pid}.`);
  }
}

const ownerFile = (dataDir: string): string => join(dataDir, 'owner.pid');

async function own(dataDir: string): Promise<void> {
  const holder = await takeMark(ownerFile(dataDir));
  if (holder !== undefined) throw new PostgresInUseError(dataDir, holder);
}

/**
 * The addresses of a server that another living process runs in a folder, so that a command can use it
 * beside a running system; `undefined` when none runs.
 */
export async function findRunningPostgres(
  dataDir: string,
): Promise<Pick<EmbeddedPostgres, 'ownerUrl' | 'appUrl'> | undefined> {
  if ((await holderOf(ownerFile(resolve(dataDir)))) === undefined) return undefined;
  const home = await realFolder(homeOf(resolve(dataDir))).catch(() => undefined);
  const port = home === undefined ? undefined : await recordedPort(join(home, 'data'));
  if (port === undefined) return undefined;
  return urlsOf(await loadCredentials(resolve(dataDir), true), port);
}

function urlsOf(
  secrets: Credentials,
  port: number,
): Pick<EmbeddedPostgres, 'superuserUrl' | 'ownerUrl' | 'appUrl'> {
  return {
    superuserUrl: connectionUrl('postgres', secrets.superuser, port, 'postgres'),
    ownerUrl: connectionUrl(OWNER_ROLE, secrets.owner, port, DATABASE),
    appUrl: connectionUrl(APP_ROLE, secrets.app, port, DATABASE),
  };
}

interface Started {
  readonly server: ServerProcess;
  readonly port: number;
}

/** Reasons that pass: somebody took the free port, or the last processes of a killed server still end. */
const PASSING =
  /Address already in use|pre-existing shared memory block|lock file .* already exists/;

async function startUntilReady(
  request: Omit<ServerRequest, 'port'>,
  wantedPort: number | undefined,
  password: string,
): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    const server = await spawnServer({ ...request, port });
    let ended: string | undefined;
    void server.exited.then((reason) => (ended = reason));
    const url = connectionUrl('postgres', password, port, 'postgres');
    const ready = await waitUntilReady(url, 300, () => ended !== undefined).catch(
      async (error: unknown) => {
        await stopServer(server.pid);
        throw error;
      },
    );
    if (ready) return { server, port };
    if (ended === undefined) await stopServer(server.pid);
    const lines = await server.logTail();
    if (attempt >= 20 || !PASSING.test(lines)) {
      throw new Error(
        `PostgreSQL did not start (${ended ?? 'no answer'}). Its last lines:\n${lines}`,
      );
    }
    await delay(500);
  }
}

function handleOf(
  { server, port }: Started,
  secrets: Credentials,
  folders: { dataDir: string; home: string },
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  const stop = async (removeData: boolean): Promise<void> => {
    if (server.child.exitCode === null && server.child.signalCode === null) {
      await stopServer(server.pid);
    }
    await server.exited;
    await giveMarkBack(ownerFile(folders.dataDir));
    if (!removeData) return;
    await rm(folders.home, { recursive: true, force: true });
    await rm(folders.dataDir, { recursive: true, force: true });
  };
  return {
    port,
    pid: server.pid,
    ...urlsOf(secrets, port),
    exited: server.exited,
    stop: (how) => (stopping ??= stop(how?.removeData ?? false)),
  };
}
