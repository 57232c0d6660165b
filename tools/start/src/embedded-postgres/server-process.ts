import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { OsAccount } from './os-account.js';
import { serverEnvironment } from './os-account.js';

/** A server program that has been started (it may still be recovering). */
export interface ServerProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Settles when the server ends, for whatever reason. */
  readonly exited: Promise<string>;
  /** The last lines the server wrote, for error messages. */
  logTail(): Promise<string>;
}

/** How to start a server program. */
export interface ServerRequest {
  readonly postgres: string;
  readonly cluster: string;
  readonly account: OsAccount | undefined;
  readonly port: number;
  readonly durable: boolean;
  readonly logFile: string;
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches the supervisor only and the
 * database is stopped last, and with a watcher that stops it when this process is killed.
 */
export async function spawnServer(request: ServerRequest): Promise<ServerProcess> {
  await rename(request.logFile, `${request.logFile}.1`).catch(() => undefined);
  const log = await open(request.logFile, 'a', 0o600);
  const child = spawn(request.postgres, ['-D', request.cluster, ...settings(request)], {
    ...request.account,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${String(code)}`));
  });
  await log.close();
  const pid = child.pid;
  if (pid === undefined) throw new Error(`PostgreSQL could not be started: ${await exited}`);
  watchOver(pid, request.cluster, exited);
  return { pid, child, exited, logTail: () => tail(request.logFile) };
}

function settings({ port, durable }: ServerRequest): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : throwAwaySettings),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]);
}

/** Only for data that is thrown away: a crash of the machine loses it, in exchange for speed. */
const throwAwaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '2GB',
};

/** A shell that waits for the end of its input, which comes when this process is gone, even by kill -9. */
function watchOver(pid: number, cluster: string, exited: Promise<string>): void {
  if (process.platform === 'win32') return;
  const script =
    'read -r line && exit 0; read -r now < "$2" && [ "$now" = "$1" ] && kill -INT "$1"; exit 0';
  const pidFile = join(cluster, 'postmaster.pid');
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid), pidFile], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  void exited.then(() => watcher.stdin.end('done\n'));
}

async function tail(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-20).join('\n');
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('No free port.')),
      );
    });
  });
}
