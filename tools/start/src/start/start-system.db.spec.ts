import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../embedded-postgres/server-process.js';
import { isAlive, recordedPid } from '../embedded-postgres/running-server.js';
import { AlreadyRunningError, startSystem, type RunningSystem } from './start-system.js';

/** Small programs in the place of the real ones: the supervisor knows only their outside. */
const PROGRAMS = {
  api: `import { createServer } from 'node:http';
    import { writeFileSync } from 'node:fs';
    writeFileSync(process.env.STORAGE_DIR + '/api-environment.json', JSON.stringify(process.env));
    createServer((request, response) => response.end('ok')).listen(process.env.PORT, process.env.HOST);
    process.once('SIGTERM', () => process.exit(0));`,
  worker: `setInterval(() => undefined, 1000); process.once('SIGTERM', () => process.exit(0));`,
  cli: `import { appendFileSync } from 'node:fs';
    appendFileSync(process.env.STORAGE_DIR + '/commands.txt',
      process.argv[2] + ' ' + process.env.SEED + ' ' + ('DATABASE_OWNER_URL' in process.env) + '\\n');
    if (process.env.BREAK === process.argv[2]) { console.error('table broken'); process.exit(3); }`,
};

const started: RunningSystem[] = [];
const folders: string[] = [];

async function fakeRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cam-nang-system-'));
  await chmod(root, 0o711);
  folders.push(root);
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  for (const [name, code] of Object.entries(PROGRAMS)) {
    await mkdir(join(root, 'apps', name, 'dist'), { recursive: true });
    await writeFile(join(root, 'apps', name, 'dist', 'main.js'), code);
  }
  return root;
}

async function start(
  root: string,
  environment: Record<string, string> = {},
  lines: string[] = [],
): Promise<RunningSystem> {
  const system = await startSystem({
    root,
    environment: { PATH: process.env['PATH'], PORT: String(await freePort()), ...environment },
    log: (line) => lines.push(line),
  });
  started.push(system);
  return system;
}

async function eventually(holds: () => boolean): Promise<boolean> {
  for (let i = 0; i < 400 && !holds(); i += 1) await delay(50);
  return holds();
}

afterEach(async () => {
  for (const system of started.splice(0)) await system.stop({ hard: true });
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('the supervisor', () => {
  it('migrates as the owner, seeds as the application, and hides the owner from the programs', async () => {
    const root = await fakeRoot();
    const system = await start(root);
    expect((await fetch(`${system.address}/health/ready`)).status).toBe(200);
    const files = system.places.files;
    expect(await readFile(join(files, 'commands.txt'), 'utf8')).toBe(
      'migrate demo true\nseed demo false\n',
    );
    const seen = await readFile(join(files, 'api-environment.json'), 'utf8');
    expect(seen).not.toContain('cam_nang_owner');
    expect(JSON.parse(seen)).toMatchObject({
      HOST: '127.0.0.1',
      PUBLIC_URL: system.address,
      WEB_ROOT: join(root, 'apps/web/dist'),
      SECRETS_DIR: system.places.secrets,
    });
    expect((await stat(system.places.secrets)).mode & 0o777).toBe(0o700);
  }, 60_000);

  it('asks for the first administrator instead of a demonstration where none is wanted', async () => {
    const system = await start(await fakeRoot(), { SEED: 'none' });
    expect(await readFile(join(system.places.files, 'commands.txt'), 'utf8')).toBe(
      'migrate none true\nfirst-code none false\n',
    );
  }, 60_000);

  it('refuses a second start on the same data', async () => {
    const root = await fakeRoot();
    const first = await start(root);
    const pid = process.pid;
    const mark = await readFile(first.places.mark, 'utf8');
    expect(mark.startsWith(`${pid} `)).toBe(true);
    const stranger = spawn('sleep', ['60']);
    const ticks = (await readFile(`/proc/${stranger.pid ?? 0}/stat`, 'utf8')).split(' ')[21];
    await writeFile(first.places.mark, `${stranger.pid ?? 0} ${ticks ?? ''}`);
    await expect(start(root)).rejects.toThrow(AlreadyRunningError);
    expect(isAlive(first.pids().api ?? 0)).toBe(true);
    stranger.kill();
  }, 60_000);

  it('starts a killed program again', async () => {
    const lines: string[] = [];
    const system = await start(await fakeRoot(), {}, lines);
    const before = system.pids();
    process.kill(before.api ?? 0, 'SIGKILL');
    process.kill(before.worker ?? 0, 'SIGKILL');
    expect(
      await eventually(() => {
        const { api, worker } = system.pids();
        return api !== undefined && api !== before.api && worker !== before.worker;
      }),
    ).toBe(true);
    expect(lines.join('\n')).toContain('api ended (SIGKILL)');
  }, 60_000);

  it('starts a killed database again, on the same port', async () => {
    const lines: string[] = [];
    const system = await start(await fakeRoot(), {}, lines);
    const cluster = join(system.places.postgres, 'cluster', 'data');
    const pid = (await recordedPid(cluster)) ?? 0;
    process.kill(pid, 'SIGKILL');
    const ready = (): number => lines.filter((line) => line.includes('PostgreSQL is ready')).length;
    expect(await eventually(() => ready() === 2)).toBe(true);
    const ports = lines.filter((line) => line.includes('PostgreSQL is ready'));
    expect(ports[0]).toBe(ports[1]);
  }, 60_000);

  it('leaves no process behind when it stops', async () => {
    const system = await start(await fakeRoot());
    const { api, worker } = system.pids();
    const database = await recordedPid(join(system.places.postgres, 'cluster', 'data'));
    await system.stop();
    expect([api, worker, database].map((pid) => pid !== undefined && isAlive(pid))).toEqual([
      false,
      false,
      false,
    ]);
  }, 60_000);

  it('says which command failed and why, and stops the database again', async () => {
    const root = await fakeRoot();
    await expect(start(root, { BREAK: 'migrate' })).rejects.toThrow(
      /"migrate" failed \(3\):\ntable broken/,
    );
    expect(await recordedPid(join(root, '.data/postgres/cluster/data'))).toBeUndefined();
    await start(root);
  }, 60_000);

  it('takes its programs and the database along when it is killed', async () => {
    const root = await fakeRoot();
    const port = await freePort();
    const loader = new URL('../../run-sources.mjs', import.meta.url).pathname;
    const code = `
      const { startSystem } = await import(${JSON.stringify(new URL('./start-system.ts', import.meta.url).pathname)});
      const system = await startSystem({ root: ${JSON.stringify(root)},
        environment: { ...process.env, PORT: '${port}' }, log: () => undefined });
      console.log(JSON.stringify(system.pids()));`;
    const supervisor = spawn(
      process.execPath,
      ['--import', loader, '--input-type=module', '-e', code],
      { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const text = await new Promise<string>((resolve) => {
      supervisor.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
    });
    const { api, worker } = JSON.parse(text) as { api: number; worker: number };
    const database = (await recordedPid(join(root, '.data/postgres/cluster/data'))) ?? 0;
    const alive = (): boolean[] => [api, worker, database].map(isAlive);
    expect(alive()).toEqual([true, true, true]);
    supervisor.kill('SIGKILL');
    expect(await eventually(() => !alive().includes(true))).toBe(true);
    await start(root);
  }, 60_000);
});
