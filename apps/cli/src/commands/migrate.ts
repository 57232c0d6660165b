import { migrations } from '@cam-nang/migrations';
import { migrateDatabase } from '@cam-nang/platform/jobs';
import { UsageError, type Command } from '../command.js';

/** Brings the database forward to the newest schema, as its owner. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the database forward to the newest schema (DATABASE_OWNER_URL)',
  async run({ say, environment }) {
    const url = environment['DATABASE_OWNER_URL'];
    if (url === undefined || url === '') {
      throw new UsageError('DATABASE_OWNER_URL is needed: migrations run as the owner role.');
    }
    const done = await migrateDatabase(url, migrations);
    say(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}.`);
    return 0;
  },
};
