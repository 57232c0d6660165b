import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { sharedServer } from './shared-server.js';

/** A database of its own for one spec file. */
export interface TestDatabase {
  readonly name: string;
  /** As the application role: what the programs use. */
  readonly url: string;
  /** As the owner of the tables: for what a spec may do and the application may not. */
  readonly ownerUrl: string;
  /** As the superuser: for breaking things on purpose. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
  /** Lets nobody in any more, so that it can be cloned. */
  seal(): Promise<void>;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function asSuperuser(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Clones a database that nobody is connected to: the migrated template, or one that was filled before. `drop` it
 * after the last test of the file.
 */
export async function createTestDatabase(from?: string): Promise<TestDatabase> {
  const { superuserUrl, ownerUrl, appUrl } = await sharedServer();
  const name = `spec_${randomBytes(8).toString('hex')}`;
  const template = from ?? new URL(ownerUrl).pathname.slice(1);
  const [owner, app] = [new URL(ownerUrl).username, new URL(appUrl).username];
  await asSuperuser(superuserUrl, [
    `create database ${name} template ${template} owner ${owner}`,
    `revoke all on database ${name} from public`,
    `grant connect, temporary on database ${name} to ${app}`,
  ]);
  return {
    name,
    url: withDatabase(appUrl, name),
    ownerUrl: withDatabase(ownerUrl, name),
    superuserUrl: withDatabase(superuserUrl, name),
    drop: () => asSuperuser(superuserUrl, [`drop database if exists ${name} with (force)`]),
    seal: () =>
      asSuperuser(superuserUrl, [
        `alter database ${name} with allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      ]),
  };
}
