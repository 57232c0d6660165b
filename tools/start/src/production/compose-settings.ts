import { randomBytes } from 'node:crypto';

/** What the settings of `docker-compose.yml` are filled with outside a container. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly publicUrl: string;
  readonly app: string;
  readonly data: string;
}

/**
 * The environment of a program: exactly the variables that `docker-compose.yml` gives it.
 * @throws Error for a variable nobody knows a value for, so that a new one is tried here before it is deployed
 */
export function composeSettings(compose: string, around: Surroundings): Record<string, string> {
  const values: Record<string, string> = {
    NODE_ENV: 'production',
    PUBLIC_URL: around.publicUrl,
    HOST: '127.0.0.1',
    PORT: '3000',
    INTERNAL_HOST: '127.0.0.1',
    INTERNAL_PORT: '9464',
    TRUST_PROXY: '127.0.0.1',
    WEB_ROOT: `${around.app}/apps/web/dist`,
    DATABASE_URL: around.databaseUrl,
    REDIS_URL: around.redisUrl,
    STORAGE_DIR: `${around.data}/files`,
    HEADS_DIR: `${around.data}/heads`,
    SECRETS_DIR: `${around.data}/secrets`,
  };
  const unknown: string[] = [];
  const settings = settingNames(compose).map((name): [string, string] => {
    const value = values[name] ?? (name.startsWith('KEY_') ? newKey() : undefined);
    if (value === undefined) unknown.push(name);
    return [name, value ?? ''];
  });
  if (unknown.length > 0)
    throw new Error(`docker-compose.yml sets ${unknown.join(', ')}: unknown.`);
  return Object.fromEntries(settings);
}

/** Names below `environment: &settings`. */
export function settingNames(compose: string): string[] {
  const block = /environment: &settings\n((?: {4}\S.*\n)+)/.exec(compose)?.[1] ?? '';
  return [...block.matchAll(/^ {4}([A-Z0-9_]+):/gm)].map((match) => match[1] ?? '');
}

function newKey(): string {
  return `k1:${randomBytes(32).toString('base64')}`;
}
