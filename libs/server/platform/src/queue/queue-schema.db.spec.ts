import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cam-nang/testing';
import { createLog } from '../logging/log.js';
import { BullQueue } from './bull-queue.js';
import { postgresBackend } from './postgres-backend.js';
import { migrateQueue } from './queue-schema.js';

const log = createLog({ program: 'spec', level: 'silent' });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 120_000);
afterAll(() => database.drop());

/** Adds a job as the application does; its queue makes a sequence of its own with the first. */
async function addJob(jobId: string, lockMs: number): Promise<void> {
  const url = database.url;
  const queue = new BullQueue(postgresBackend({ url, concurrency: 1 }, log), log, 2_000);
  const common = {
    name: 'spec.job',
    payload: {},
    correlationId: 'c-1',
    attempts: 1,
    backoffMs: 50,
  };
  try {
    await queue.add([{ ...common, jobId, lockMs }]);
  } finally {
    await queue.close();
  }
}

describe('the schema of the queue', () => {
  it('is brought up to date again after queues were used, and lets them be used on', async () => {
    await addJob('first', 1_500);
    await expect(migrateQueue(database.ownerUrl)).resolves.toBeUndefined();
    await addJob('second', 30_000);
    await expect(migrateQueue(database.ownerUrl)).resolves.toBeUndefined();
  });
});
