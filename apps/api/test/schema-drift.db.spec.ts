import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registeredEntities } from '@cam-nang/platform/jobs';
import { createTestDatabase, schemaDrift, type TestDatabase } from '@cam-nang/testing';
import { EntitySchema } from 'typeorm';
import '../src/api.module.js';

const wrong = new EntitySchema({
  name: 'Wrong',
  tableName: 'rate_window',
  columns: {
    bucket: { type: 'text', primary: true },
    windowStart: { type: 'timestamptz', primary: true },
    hits: { type: 'text' },
    forgotten: { type: 'int' },
  },
});

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('entities and the migrated schema', () => {
  it('agree on every column', async () => {
    expect(await schemaDrift(database.ownerUrl, registeredEntities())).toEqual([]);
  });

  it('are seen to disagree when they do', async () => {
    const drift = (await schemaDrift(database.ownerUrl, [wrong])).join('\n');
    expect(drift).toContain('"forgotten"');
    expect(drift).toContain('"hits"');
  });
});
