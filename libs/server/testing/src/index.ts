export { buildApp, type BuildOptions } from './app/build-app.js';
export { drainJobs, type Drained } from './app/drain-jobs.js';
export { RecordedAudit } from './app/recorded-audit.js';
export { testActor } from './app/test-actor.js';
export type { RawRequest, TestRequest } from './app/request-of.js';
export { TestApp } from './app/test-app.js';
export { TestResponse } from './app/test-response.js';
export type { Sender } from './app/test-sessions.js';
export { createTestDatabase, type TestDatabase } from './database/test-database.js';
