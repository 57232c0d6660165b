import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { freePort } from '../embedded-postgres/server-process.js';
import { composeSettings } from './compose-settings.js';
import { Running, runToEnd, type Place } from './commands.js';
import { readStages, type Stage } from './dockerfile.js';
import { barePostgres, trialRedis } from './servers.js';
import { ask, type Answer } from './tls-request.js';

type Done = (check: string) => void;

/** What is left out of the image: the same as `.dockerignore`. */
const LEFT_OUT = new Set(['.git', '.data', '.nx', 'node_modules', 'dist', 'coverage']);

/**
 * Builds and runs the production shape in a temporary folder, reporting each check that held.
 * @throws Error for the first that did not
 */
export async function tryProduction(root: string, done: Done): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-nang-production-'));
  await chmod(folder, 0o711);
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const stages = readStages(await readFile(join(root, 'Dockerfile'), 'utf8'));
    const app = join(folder, 'app');
    await build(root, app, stageOf(stages, 'build'));
    done('the build commands of the Dockerfile build the product');
    await runPrograms({ app, folder, stages, closers, done });
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

interface Trial {
  readonly app: string;
  readonly folder: string;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly closers: (() => Promise<unknown>)[];
  readonly done: Done;
}

function stageOf(stages: ReadonlyMap<string, Stage>, name: string): Stage {
  const stage = stages.get(name);
  if (stage === undefined) throw new Error(`The Dockerfile has no stage "${name}".`);
  return stage;
}

async function build(root: string, app: string, stage: Stage): Promise<void> {
  await cp(root, app, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  for (const line of stage.run) {
    await runToEnd(['/bin/sh', '-c', line], {
      folder: app,
      environment: { npm_config_prefer_offline: 'true', CI: 'true' },
    });
  }
}

async function runPrograms(trial: Trial): Promise<void> {
  const settings = await prepareServers(trial);
  const place: PlaceWith = (more = {}) => ({
    folder: trial.app,
    environment: { ...settings.environment, ...more },
  });
  await prepareDatabase(trial, place, settings.owner);
  await refusesWithoutKeys(trial, place);
  const apis = [await start(trial, 'api', place), await start(trial, 'api', place)];
  trial.done('two apis pass the health check');
  const workers = [await start(trial, 'worker', place), await start(trial, 'worker', place)];
  trial.done('two workers pass the health check');
  await tryProxy(trial, apis);
  for (const { program } of [...apis.slice(1), ...workers]) {
    const code = await program.end('SIGTERM');
    if (code !== 0) throw new Error(`${program.name} ended with ${String(code)} after SIGTERM.`);
  }
  trial.done('every program ends cleanly when asked to');
}

type PlaceWith = (more?: Record<string, string>) => Place;

async function prepareDatabase(
  { stages, done }: Trial,
  place: PlaceWith,
  owner: string,
): Promise<void> {
  const migrate = (): Promise<string> =>
    runToEnd(stageOf(stages, 'migrate').command, place({ DATABASE_OWNER_URL: owner }));
  await migrate();
  await migrate();
  done('migrates as the owner, and a second time without effect');
  const code = await runToEnd(stageOf(stages, 'first-code').command, place());
  if (!/code of the first administrator: \S{20,}/.test(code))
    throw new Error(`No code in: ${code}`);
  done('an empty installation prints its one-time code');
}

interface Started {
  readonly program: Running;
  readonly port: number;
}

async function start(
  { stages, closers }: Trial,
  name: 'api' | 'worker',
  place: PlaceWith,
): Promise<Started> {
  const [port, internal] = [await freePort(), await freePort()];
  const stage = stageOf(stages, name);
  const where = place({ PORT: String(port), INTERNAL_PORT: String(internal) });
  const program = new Running(name, stage.command, where);
  closers.push(() => program.end('SIGKILL'));
  await program.untilHealthy(
    stage.healthCheck.map((word) =>
      word.replace(':3000', `:${port}`).replace(':9464', `:${internal}`),
    ),
  );
  return { program, port };
}

async function prepareServers({
  app,
  folder,
  closers,
  done,
}: Trial): Promise<{ environment: Record<string, string>; owner: string }> {
  const postgres = await barePostgres(folder);
  closers.push(() => postgres.stop());
  const redis = await trialRedis();
  closers.push(() => redis.stop());
  const [owner, application] = [randomBytes(12).toString('hex'), randomBytes(12).toString('hex')];
  await runToEnd(['/bin/sh', 'deploy/postgres/roles.sh'], {
    folder: app,
    environment: {
      PGHOST: '127.0.0.1',
      PGPORT: String(postgres.port),
      PGUSER: 'postgres',
      PGPASSWORD: new URL(postgres.url).password,
      OWNER_PASSWORD: owner,
      APP_PASSWORD: application,
    },
  });
  done('roles.sh prepares a PostgreSQL server');
  const data = join(folder, 'data');
  await mkdir(join(data, 'files'), { recursive: true });
  await mkdir(join(data, 'heads'));
  const address = (role: string, password: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${postgres.port}/cam_nang`;
  const environment = composeSettings(await readFile(join(app, 'docker-compose.yml'), 'utf8'), {
    databaseUrl: address('cam_nang_app', application),
    redisUrl: redis.url,
    publicUrl: 'https://localhost',
    app,
    data,
  });
  return { environment, owner: address('cam_nang_owner', owner) };
}

async function refusesWithoutKeys({ stages, done }: Trial, place: PlaceWith): Promise<void> {
  const keyless = place({ PORT: String(await freePort()), KEY_PERSONAL_NUMBER: '' });
  const program = new Running('api', stageOf(stages, 'api').command, keyless);
  const timer = setTimeout(() => void program.end('SIGKILL'), 60_000);
  const { code, output } = await program.ended();
  clearTimeout(timer);
  if (code === 0 || code === 'SIGKILL' || !output.includes('KEY_PERSONAL_NUMBER')) {
    throw new Error(`The api starts in production without a key (${String(code)}):\n${output}`);
  }
  done('the api refuses production without its keys, naming the missing one');
}

async function tryProxy(
  { app, folder, stages, closers, done }: Trial,
  apis: readonly Started[],
): Promise<void> {
  const [http, https, health] = [await freePort(), await freePort(), await freePort()];
  const command = stageOf(stages, 'web').command.map((word) =>
    word === '/etc/caddy/Caddyfile' ? join(app, 'deploy/Caddyfile') : word,
  );
  const proxy = new Running('web', command, {
    folder: app,
    environment: {
      HTTP_PORT: String(http),
      HTTPS_PORT: String(https),
      HEALTH_PORT: String(health),
      SITE_ADDRESS: 'localhost',
      WEB_ROOT: join(app, 'apps/web/dist'),
      API_ADDRESSES: apis.map(({ port }) => `127.0.0.1:${port}`).join(' '),
      XDG_DATA_HOME: join(folder, 'certificates'),
      XDG_CONFIG_HOME: join(folder, 'config'),
    },
  });
  closers.push(() => proxy.end('SIGKILL'));
  await proxy.untilHealthy(['node', 'deploy/healthy.mjs', `http://127.0.0.1:${health}/`]);
  await expectAnswers({ app, http, https });
  done('the proxy serves pages, answers and static files over TLS');
  await apis[0]?.program.end('SIGKILL');
  for (let i = 0; i < 20; i += 1) await expectStatus(https, '/health/ready', 200);
  done('the proxy goes on with the other api when one is killed');
}

async function expectStatus(port: number, path: string, status: number): Promise<void> {
  const answer = await ask('https', port, path);
  if (answer.status !== status) throw new Error(`${path} answers ${answer.status}: ${answer.body}`);
}

async function expectAnswers(to: { app: string; http: number; https: number }): Promise<void> {
  const [asset = ''] = (await readdir(join(to.app, 'apps/web/dist/assets'))).filter((name) =>
    name.endsWith('.js'),
  );
  const page = await ask('https', to.https, '/sign-in');
  expectAnswer(page, 200, 'content-security-policy', "style-src 'self'");
  await expectStatus(to.https, '/api/openapi.json', 200);
  const file = await ask('https', to.https, `/assets/${asset}`);
  expectAnswer(file, 200, 'cache-control', 'immutable');
  expectAnswer(await ask('http', to.http, '/'), 308, 'location', 'https://');
}

function expectAnswer(answer: Answer, status: number, header: string, part: string): void {
  const value = String(answer.headers[header]);
  if (answer.status === status && value.includes(part)) return;
  throw new Error(`The proxy answers ${answer.status}, ${header}: ${value}\n${answer.body}`);
}
