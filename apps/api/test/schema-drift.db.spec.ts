import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { registeredEntities } from '@cam-nang/platform/jobs';
import { createTestDatabase, schemaDrift, type TestDatabase } from '@cam-nang/testing';
import '../src/api.module.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('the entities of every feature have the columns of the migrated schema', async () => {
  expect(await schemaDrift(database.ownerUrl, registeredEntities())).toEqual([]);
});
