import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'sql');

/** TypeORM orders migrations by the 13 digits at the end of their name. */
const FIRST_TIMESTAMP = 1_764_000_000_000;

/** The migration files in order: `0001-platform.sql`, … Forward only. */
export function migrationFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
}

/** The SQL of one migration file. */
export function migrationSql(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function migrationClass(file: string): new () => MigrationInterface {
  const number = Number(file.slice(0, 4));
  const name = `${file.slice(5, -4)}${FIRST_TIMESTAMP + number}`;
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(migrationSql(file));
      await runner.query('call grant_application_rights()');
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Migrations run forward only.'));
    }
  };
}

/** Every migration as TypeORM wants them: pass to a DataSource's `migrations`. */
export const migrations: (new () => MigrationInterface)[] = migrationFiles().map(migrationClass);
