import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from '../embedded-postgres/binaries.js';
import { freePort } from '../embedded-postgres/server-process.js';
import { startPostgres } from '../embedded-postgres/start-postgres.js';

/** A database or queue server that was started for a trial. */
export interface TrialServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Newest PostgreSQL of the operating system that knows the locale provider; none on older systems. */
export function systemPostgres(): Binaries | undefined {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return undefined;
  const version = readdirSync(folder)
    .map(Number)
    .filter((one) => one >= 17)
    .sort((a, b) => b - a)[0];
  if (version === undefined) return undefined;
  const program = (name: string): string => join(folder, String(version), 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** A server without our roles and database, as a provider hands one over. `url` is the superuser's. */
export async function barePostgres(folder: string): Promise<TrialServer & { port: number }> {
  const binaries = systemPostgres();
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    durable: true,
    ...(binaries === undefined ? {} : { binaries }),
  });
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  for (const line of ['DATABASE cam_nang', 'ROLE cam_nang_app', 'ROLE cam_nang_owner']) {
    await client.query(`DROP ${line}`);
  }
  await client.end();
  return {
    url: server.superuserUrl,
    port: server.port,
    stop: () => server.stop({ removeData: true }),
  };
}

/** A Redis with a password, kept in memory only. */
export async function trialRedis(): Promise<TrialServer> {
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--requirepass', password],
    { stdio: 'ignore', detached: true },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let i = 0; i < 100 && !(await listens(port)); i += 1) await delay(100);
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Whether anything accepts connections on a port of this machine. */
export async function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
