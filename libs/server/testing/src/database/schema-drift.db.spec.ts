import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntitySchema } from 'typeorm';
import { schemaDrift } from './schema-drift.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const columns = {
  bucket: { type: 'text', primary: true },
  windowStart: { type: 'timestamptz', primary: true },
  hits: { type: 'int' },
} as const;

const right = new EntitySchema({ name: 'Right', tableName: 'rate_window', columns });
const wrong = new EntitySchema({
  name: 'Wrong',
  tableName: 'rate_window',
  columns: { ...columns, hits: { type: 'text' }, forgotten: { type: 'int' } },
});

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('schemaDrift', () => {
  it('is empty for an entity that has the columns of its table', async () => {
    expect(await schemaDrift(database.ownerUrl, [right])).toEqual([]);
  });

  it('names a column that is missing or of another type', async () => {
    const drift = (await schemaDrift(database.ownerUrl, [wrong])).join('\n');
    expect(drift).toContain('"forgotten"');
    expect(drift).toContain('"hits"');
  });
});
