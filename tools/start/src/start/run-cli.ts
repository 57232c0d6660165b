import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findRunningPostgres, startPostgres } from '../embedded-postgres/start-postgres.js';
import type { DatabaseAddresses } from './open-database.js';
import { makePlaces, placesOf, type Places } from './places.js';
import {
  isSet,
  migrationEnvironment,
  seedFor,
  type ProgramSettings,
} from './program-environment.js';

/**
 * Runs a command of `apps/cli` by hand, with the data of `npm start`: on its database where it is running,
 * else on the embedded one, started for as long as the command takes.
 * @returns the command's exit code
 */
export async function runCliByHand(
  root: string,
  command: string,
  args: readonly string[],
): Promise<number> {
  const places = placesOf(root, process.env['CAM_NANG_DATA']);
  await makePlaces(places);
  const database = await reachDatabase(places);
  try {
    const settings = { places, database, port: 3000, seed: seedFor(process.env) };
    // A database that nobody has started yet has no tables, one of an older release not all of them.
    if (database.startedHere && command !== 'migrate') {
      const code = await runCli(root, settings, ['migrate'], 'ignore');
      if (code !== 0) return await runCli(root, settings, ['migrate']);
    }
    return await runCli(root, settings, [command, ...args]);
  } finally {
    await database.close();
  }
}

function runCli(
  root: string,
  settings: ProgramSettings,
  words: readonly string[],
  output: 'inherit' | 'ignore' = 'inherit',
): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'apps', 'cli', 'dist', 'main.js'), ...words],
    { cwd: root, env: migrationEnvironment(process.env, settings), stdio: output },
  );
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

interface ReachedDatabase extends DatabaseAddresses {
  /** Whether it is the embedded one and was not running. */
  readonly startedHere: boolean;
  close(): Promise<void>;
}

async function reachDatabase(places: Places): Promise<ReachedDatabase> {
  const nothing = (): Promise<void> => Promise.resolve();
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (isSet(appUrl)) {
    return { appUrl, ownerUrl: ownerUrl ?? appUrl, startedHere: false, close: nothing };
  }
  const running = await findRunningPostgres(places.postgres);
  if (running !== undefined) return { ...running, startedHere: false, close: nothing };
  const server = await startPostgres({ dataDir: places.postgres, durable: true });
  return { ...server, startedHere: true, close: () => server.stop() };
}
