import { Client, type ClientConfig } from 'pg';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config-schema.js';
import type { Log } from '../logging/log.js';
import { registeredEntities } from './entity-registry.js';
import { SnakeNaming } from './naming.js';
import { valueTypes } from './value-types.js';

type DatabaseConfig = Pick<
  Config,
  'DATABASE_URL' | 'DATABASE_POOL' | 'DATABASE_CONNECT_TIMEOUT_MS' | 'DATABASE_STATEMENT_TIMEOUT_MS'
>;

/**
 * A connection may be told that it ends in the same breath in which it is ready, before TypeORM listens:
 * unheard, that would end the program. Its next statement fails, and is answered as unavailable.
 */
class HeardClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/**
 * The one connection pool of a program, with the entities of its features. Sessions run in Hanoi
 * time, so that a cast to `date` gives the date on paper. The schema is never synchronised.
 */
export function createDataSource(config: DatabaseConfig, log: Log): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    entities: registeredEntities(),
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
    connectTimeoutMS: config.DATABASE_CONNECT_TIMEOUT_MS,
    poolErrorHandler: (error: Error) => log.warn({ err: error }, 'a database connection was lost'),
    extra: {
      Client: HeardClient,
      types: valueTypes,
      statement_timeout: config.DATABASE_STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: 60_000,
      options: '-c timezone=Asia/Ho_Chi_Minh',
    },
  });
}
