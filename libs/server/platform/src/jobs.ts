export { migrateDatabase } from './database/migrate.js';
