import { setTimeout as delay } from 'node:timers/promises';
import { giveMarkBack, takeMark } from '../process-mark.js';
import { choosePort } from './choose-port.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { makePlaces, placesOf, type Places } from './places.js';
import {
  isSet,
  migrationEnvironment,
  programEnvironment,
  seedFor,
  type ProgramSettings,
} from './program-environment.js';
import { runCliCommand } from './run-program.js';
import { SupervisedProgram } from './supervised-program.js';

/** How to start the whole system. */
export interface SystemOptions {
  readonly root: string;
  /** Folder of all data; `.data` of the repository when left out. */
  readonly data?: string;
  readonly environment: Record<string, string | undefined>;
  readonly log: (line: string) => void;
  /** Gives up while the system is still starting. */
  readonly signal?: AbortSignal;
}

/** A running system. */
export interface RunningSystem {
  readonly address: string;
  readonly places: Places;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string;
  /** Process numbers of the programs, where they run at this moment. */
  pids(): Record<'api' | 'worker' | 'database', number | undefined>;
  /** Stops everything; `hard` does not wait for work in hand. May be called again to hurry. */
  stop(how?: { hard?: boolean }): Promise<void>;
}

/** Thrown when the same data folder is already in use by a running system. */
export class AlreadyRunningError extends Error {
  constructor(
    readonly pid: number,
    readonly data: string,
  ) {
    super(`Cẩm Nang is already running (process ${pid}) with the data in ${data}.`);
  }
}

/**
 * Starts database, migration, seed, api and worker, and waits until the api answers.
 * @throws AlreadyRunningError; Error with the last lines of the part that did not start
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { environment, log } = options;
  const places = placesOf(options.root, options.data);
  await makePlaces(places);
  const holder = await takeMark(places.mark);
  if (holder !== undefined) throw new AlreadyRunningError(holder, places.data);
  const closers: ((hard: boolean) => Promise<void>)[] = [() => giveMarkBack(places.mark)];
  const stop = async (hard: boolean): Promise<void> => {
    for (const close of [...closers].reverse()) await close(hard);
  };
  try {
    const port = await choosePort(environment['PORT'], environment['HOST'] ?? '127.0.0.1');
    const database = await openDatabase(places, environment, log);
    closers.push(() => database.close());
    const settings = { places, database, port, seed: seedFor(environment) };
    await prepare(settings, options);
    const programs = startPrograms(settings, options);
    closers.push((hard) => stopPrograms(programs, hard));
    await untilReady(port, options);
    return handleOf(settings, database, programs, { environment, stop });
  } catch (error) {
    await stop(true);
    throw error;
  }
}

async function prepare(settings: ProgramSettings, options: SystemOptions): Promise<void> {
  const run = (command: string, environment: SystemOptions['environment']): Promise<void> =>
    runCliCommand({
      places: settings.places,
      command,
      environment,
      log: options.log,
      signal: options.signal,
    });
  options.log('Bringing the database up to date');
  await run('migrate', migrationEnvironment(options.environment, settings));
  const environment = programEnvironment(options.environment, settings);
  // An empty installation is opened with a one-time code, which the command prints.
  await run(settings.seed === 'demo' ? 'seed' : 'first-code', environment);
}

interface Programs {
  readonly api: SupervisedProgram;
  readonly worker: SupervisedProgram;
}

function startPrograms(settings: ProgramSettings, { environment, log }: SystemOptions): Programs {
  const env = programEnvironment(environment, settings);
  const internal = Number(env['INTERNAL_PORT']);
  // Two programs on one machine cannot share the internal port.
  const workerEnv = internal > 0 ? { ...env, INTERNAL_PORT: String(internal + 1) } : env;
  const { places } = settings;
  const api = new SupervisedProgram({ places, name: 'api', environment: env, log });
  const worker = new SupervisedProgram({ places, name: 'worker', environment: workerEnv, log });
  api.start();
  worker.start();
  return { api, worker };
}

async function stopPrograms({ api, worker }: Programs, hard: boolean): Promise<void> {
  const graceMs = hard ? 0 : 20_000;
  await Promise.all([api.stop(graceMs), worker.stop(graceMs)]);
}

async function untilReady(port: number, { log, signal }: SystemOptions): Promise<void> {
  log('Starting api and worker');
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    signal?.throwIfAborted();
    await delay(200);
  }
  throw new Error('The api does not answer. Its log is logs/api.log in the data folder.');
}

function handleOf(
  settings: ProgramSettings,
  database: OpenDatabase,
  { api, worker }: Programs,
  {
    environment,
    stop,
  }: Pick<SystemOptions, 'environment'> & {
    stop: (hard: boolean) => Promise<void>;
  },
): RunningSystem {
  const publicUrl = environment['PUBLIC_URL'];
  let stopping: Promise<void> | undefined;
  return {
    address: isSet(publicUrl) ? publicUrl : `http://127.0.0.1:${settings.port}`,
    places: settings.places,
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    pids: () => ({ api: api.pid, worker: worker.pid, database: database.pid() }),
    stop: async (how) => {
      if (how?.hard === true) void stopPrograms({ api, worker }, true);
      await (stopping ??= stop(false));
    },
  };
}
