import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { Credentials } from './credentials.js';

/** Name of the product's database and of its two roles, the same on every kind of server. */
export const DATABASE = 'cam_nang';
export const OWNER_ROLE = 'cam_nang_owner';
export const APP_ROLE = 'cam_nang_app';

/** Connection address of a role on the embedded server. */
export function connectionUrl(
  role: string,
  password: string,
  port: number,
  database: string,
): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Waits until the server accepts connections; a server recovering from a crash first replays its log.
 * @param hasEnded tells that waiting is pointless
 */
export async function waitUntilReady(
  url: string,
  seconds: number,
  hasEnded: () => boolean,
): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end && !hasEnded()) {
    if (await answers(url)) return true;
    await delay(50);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // A wrong password never becomes right by waiting.
    if ((error as { code?: string }).code === '28P01') throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Makes the roles and the database where they are missing. The owner role owns the database and runs the
 * migrations; the application role may connect, and has the rights the migrations grant it, no others.
 */
export async function prepareDatabase(superuserUrl: string, secrets: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await ensureRole(client, OWNER_ROLE, secrets.owner);
    await ensureRole(client, APP_ROLE, secrets.app);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
  );
}
