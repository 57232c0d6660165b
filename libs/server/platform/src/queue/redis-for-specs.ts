import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@cam-nang/start';
import { Redis } from 'ioredis';

/** A Redis for specs: the one of `REDIS_URL`, or one started for them. */
export interface SpecRedis {
  readonly url: string;
  stop(): Promise<void>;
}

function hasServer(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Why there is no Redis for specs; undefined when there is one. */
export function whyNoRedis(): string | undefined {
  if (process.env['REDIS_URL'] !== undefined || hasServer()) return undefined;
  return 'neither REDIS_URL nor a redis-server on this machine';
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

async function stopProcess(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

/** Starts a Redis on a free port that keeps nothing on disk, unless `REDIS_URL` names one. */
export async function startRedisForSpecs(): Promise<SpecRedis> {
  const given = process.env['REDIS_URL'];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder];
  const server = spawn('redis-server', settings, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${String(port)}`;
  for (let attempt = 0; !(await answers(url)); attempt += 1) {
    if (attempt === 100) throw new Error('redis-server does not start');
    await delay(50);
  }
  return {
    url,
    stop: async () => {
      await stopProcess(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
