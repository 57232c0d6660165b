export { migrateDatabase } from './database/migrate.js';
export { JobRegistry } from './jobs/job-registry.js';
export { JobRunner } from './jobs/job-runner.js';
export { HopelessJob, type TakenJob } from './jobs/taken-job.js';
export { PlatformJobsModule } from './jobs/jobs.module.js';
export { OutboxBatch } from './outbox/outbox-batch.js';
export { Housekeeping } from './outbox/housekeeping.js';
export { QUEUE, type QueuePort } from './queue/queue-port.js';
export { PlatformWorkerModule } from './queue/worker.module.js';
