export {
  findRunningPostgres,
  PostgresInUseError,
  startPostgres,
  type EmbeddedPostgres,
  type PostgresOptions,
} from './embedded-postgres/start-postgres.js';
export { APP_ROLE, DATABASE, OWNER_ROLE } from './embedded-postgres/roles-and-database.js';
export { freePort } from './embedded-postgres/server-process.js';
export { startSystem, type RunningSystem, type SystemOptions } from './start/start-system.js';
