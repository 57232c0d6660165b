import { join } from 'node:path';
import type { DatabaseAddresses } from './open-database.js';
import type { Places } from './places.js';

type Environment = Record<string, string | undefined>;

/** What the programs must know beyond the caller's environment. */
export interface ProgramSettings {
  readonly places: Places;
  readonly database: DatabaseAddresses;
  readonly port: number;
  readonly seed: 'demo' | 'none';
}

/** The environment of api and worker: the caller's, completed. They never see the owner's address. */
export function programEnvironment(
  caller: Environment,
  { places, database, port, seed }: ProgramSettings,
): Environment {
  const { DATABASE_OWNER_URL: _owner, NODE_OPTIONS: _options, ...rest } = caller;
  return {
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    STORAGE_DIR: places.files,
    SECRETS_DIR: places.secrets,
    HEADS_DIR: places.heads,
    WEB_ROOT: join(places.root, 'apps', 'web', 'dist'),
    ...rest,
    PORT: String(port),
    SEED: seed,
    DATABASE_URL: database.appUrl,
  };
}

/** The environment of the one program that migrates. */
export function migrationEnvironment(caller: Environment, settings: ProgramSettings): Environment {
  return {
    ...programEnvironment(caller, settings),
    DATABASE_OWNER_URL: settings.database.ownerUrl,
  };
}

/**
 * Whether the demonstration is loaded into an empty database: on the embedded one unless `SEED=none`,
 * on a server of one's own only by `SEED=demo`.
 */
export function seedFor(caller: Environment): 'demo' | 'none' {
  if (caller['SEED'] === 'demo' || caller['SEED'] === 'none') return caller['SEED'];
  return isSet(caller['DATABASE_URL']) ? 'none' : 'demo';
}

/** Whether a variable has a value; an empty one counts as absent. */
export function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
