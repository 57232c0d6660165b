import { runMigrations } from 'bullmq';
import { Client } from 'pg';

/** Schema of the queue's own tables and functions. */
export const QUEUE_SCHEMA = 'bullmq';

const APP_ROLE = 'cam_nang_app';

/**
 * The library makes a sequence for each queue and temporary tables for lists of jobs, so it may create
 * in its own schema and temporarily, and nowhere else.
 */
const GRANTS = [
  `grant usage, create on schema ${QUEUE_SCHEMA} to ${APP_ROLE}`,
  `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`,
  `grant execute on all functions in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`,
];

/**
 * The sequences that came with the schema. Those that the library made since, one for each queue that has had a job,
 * belong to the application role already, and the owner may grant nothing on them.
 */
const OWN_SEQUENCES = `
  select oid::regclass::text as name from pg_class
   where relkind = 'S' and relnamespace = '${QUEUE_SCHEMA}'::regnamespace and relowner = current_user::regrole`;

/**
 * Brings the queue's schema to the version of the installed library, as the owner role, and lets the
 * application role use it. Safe to run again, and by several programs at once.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [
      APP_ROLE,
    ]);
    if (rowCount === 0) return;
    for (const grant of GRANTS) await client.query(grant);
    const sequences = await client.query<{ name: string }>(OWN_SEQUENCES);
    for (const { name } of sequences.rows)
      await client.query(`grant usage, select on sequence ${name} to ${APP_ROLE}`);
    const { rows } = await client.query<{ name: string }>(
      'select quote_ident(current_database()) as name',
    );
    await client.query(`grant temporary on database ${rows[0]?.name ?? ''} to ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}
