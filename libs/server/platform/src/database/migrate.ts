import { DataSource, type MigrationInterface } from 'typeorm';
import { migrateQueue } from '../queue/queue-schema.js';

/**
 * Brings the database forward to the newest schema, as the owner role, and the schema of the job
 * queue with it. Programs that start together wait for each other. Returns the names of the
 * migrations that were run.
 */
export async function migrateDatabase(
  ownerUrl: string,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    installExtensions: false,
    poolSize: 2,
  });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(567, 1)');
    const done = await source.runMigrations({ transaction: 'each' });
    await migrateQueue(ownerUrl);
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('select pg_advisory_unlock(567, 1)').catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}
