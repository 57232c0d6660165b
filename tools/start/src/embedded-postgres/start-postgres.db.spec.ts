import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from './running-server.js';
import { PostgresInUseError, startPostgres, type EmbeddedPostgres } from './start-postgres.js';

const asRoot = process.getuid?.() === 0;
const removals: (() => Promise<void>)[] = [];

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-nang-launcher-'));
  await chmod(folder, 0o711);
  removals.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function query<R>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as R[];
  } finally {
    await client.end();
  }
}

async function stopAndForget(postgres: EmbeddedPostgres): Promise<void> {
  await postgres.stop({ removeData: true });
}

afterAll(async () => {
  for (const remove of removals) await remove();
});

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a stop and over kill -9, and lower-cases Vietnamese', async () => {
    const dataDir = join(await temporaryFolder(), 'pg');
    const first = await startPostgres({ dataDir, durable: true });
    await query(
      first.ownerUrl,
      `CREATE TABLE kept (word text); INSERT INTO kept VALUES ('ĐÁNH GIÁ')`,
    );
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startPostgres({ dataDir, durable: true });
    expect(await query(second.ownerUrl, 'SELECT lower(word) AS word FROM kept')).toEqual([
      { word: 'đánh giá' },
    ]);
    process.kill(second.pid, 'SIGKILL');
    await expect(second.exited).resolves.toBe('SIGKILL');

    const third = await startPostgres({ dataDir, durable: true });
    expect(await query(third.ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1 }]);
    await stopAndForget(third);
  }, 120_000);

  it('keeps passwords and data to their owner and gives the application no rights of its own', async () => {
    const dataDir = join(await temporaryFolder(), 'pg');
    const postgres = await startPostgres({ dataDir, durable: false });
    await query(postgres.ownerUrl, 'CREATE TABLE secret (n int)');
    expect((await stat(join(dataDir, 'credentials.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'cluster'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(dataDir, 'cluster'))).toEqual(['data']);
    await expect(query(postgres.appUrl, 'SELECT * FROM secret')).rejects.toThrow(
      /permission denied/,
    );
    await expect(query(postgres.appUrl, 'CREATE TABLE own (n int)')).rejects.toThrow(
      /permission denied/,
    );
    const wrong = postgres.appUrl.replace(/:[0-9a-f]{48}@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    const addresses = await query<{ listen_addresses: string }>(
      postgres.appUrl,
      'SHOW listen_addresses',
    );
    expect(addresses).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await stopAndForget(postgres);
    await expect(stat(dataDir)).rejects.toThrow(/ENOENT/);
  }, 120_000);

  it('refuses a folder that a living process runs, and explains', async () => {
    const dataDir = join(await temporaryFolder(), 'pg');
    const postgres = await startPostgres({ dataDir, durable: false });
    const stranger = spawn('sleep', ['60']);
    const ticks = (await readFile(`/proc/${stranger.pid ?? 0}/stat`, 'utf8')).split(' ')[21];
    await writeFile(join(dataDir, 'owner.pid'), `${stranger.pid ?? 0} ${ticks ?? ''}`);
    await expect(startPostgres({ dataDir, durable: false })).rejects.toThrow(PostgresInUseError);
    stranger.kill();
    await stopAndForget(postgres);
  }, 120_000);

  it('takes over when a pid file names a process that is no database', async () => {
    const dataDir = join(await temporaryFolder(), 'pg');
    const first = await startPostgres({ dataDir, durable: false });
    const pidFile = join(dataDir, 'cluster', 'data', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const account = asRoot ? { uid: 65534, gid: 65534 } : {};
    const stranger = spawn('sleep', ['60'], { ...account, cwd: '/' });
    await writeFile(pidFile, [String(stranger.pid), ...lines.slice(1)].join('\n'));
    const second = await startPostgres({ dataDir, durable: false });
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
    await stopAndForget(second);
  }, 120_000);

  it('reports the last lines of a server that cannot start', async () => {
    const dataDir = join(await temporaryFolder(), 'pg');
    const postgres = await startPostgres({ dataDir, durable: false });
    await postgres.stop();
    await writeFile(join(dataDir, 'cluster', 'data', 'postgresql.auto.conf'), 'no_such = 1\n');
    await expect(startPostgres({ dataDir, durable: false })).rejects.toThrow(/no_such/);
  }, 120_000);
});

describe('the embedded PostgreSQL and its parent', () => {
  const program = new URL('./start-postgres.ts', import.meta.url).pathname;
  const loader = new URL('../../run-sources.mjs', import.meta.url).pathname;

  async function startInChild(dataDir: string): Promise<{ child: number; server: number }> {
    const code = `
      const { startPostgres } = await import(process.argv[1]);
      const postgres = await startPostgres({ dataDir: process.argv[2], durable: false });
      console.log(postgres.pid);
      setInterval(() => undefined, 1000);`;
    const child = spawn(
      process.execPath,
      ['--import', loader, '--input-type=module', '-e', code, program, dataDir],
      { env: { ...process.env, NODE_OPTIONS: '' } },
    );
    const server = await new Promise<number>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString('utf8'))));
      child.stderr.once('data', (chunk: Buffer) => reject(new Error(chunk.toString('utf8'))));
    });
    return { child: child.pid ?? 0, server };
  }

  async function gone(pid: number): Promise<boolean> {
    for (let i = 0; i < 200 && isAlive(pid); i += 1) await new Promise((r) => setTimeout(r, 50));
    return !isAlive(pid);
  }

  it('stops the server when the parent is killed, and recovers the folder', async () => {
    const dataDir = join(await temporaryFolder(), 'pg');
    const { child, server } = await startInChild(dataDir);
    expect(isAlive(server)).toBe(true);
    process.kill(child, 'SIGKILL');
    expect(await gone(server)).toBe(true);
    const next = await startPostgres({ dataDir, durable: false });
    await stopAndForget(next);
  }, 120_000);
});

const rootOnly = asRoot ? describe : describe.skip;

rootOnly('as root in a folder that others cannot enter', () => {
  it('keeps the data below /var/lib, linked from the folder', async () => {
    const closed = await temporaryFolder();
    await chmod(closed, 0o700);
    const dataDir = join(closed, 'pg');
    const postgres = await startPostgres({ dataDir, durable: true });
    const [row] = await query<{ data_directory: string }>(
      postgres.superuserUrl,
      'SHOW data_directory',
    );
    expect(row?.data_directory).toMatch(/^\/var\/lib\/cam-nang\/[0-9a-f]{16}\/data$/);
    expect((await stat(join(dataDir, 'cluster'))).uid).not.toBe(0);
    await postgres.stop();
    const again = await startPostgres({ dataDir, durable: true });
    await stopAndForget(again);
    await expect(stat(row?.data_directory ?? '')).rejects.toThrow(/ENOENT/);
  }, 120_000);
});
