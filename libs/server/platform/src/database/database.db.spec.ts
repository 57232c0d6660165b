import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@cam-nang/testing';
import type { DataSource } from 'typeorm';
import { createLog } from '../logging/log.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';
import { brokenConstraint, isUniqueViolation } from './sql-state.js';

const log = createLog({ program: 'spec', level: 'silent' });
let own: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  const config = {
    DATABASE_URL: own.url,
    DATABASE_POOL: 4,
    DATABASE_CONNECT_TIMEOUT_MS: 60_000,
    DATABASE_STATEMENT_TIMEOUT_MS: 10_000,
  };
  source = await createDataSource(config, log).initialize();
  database = new Database(source, log);
});

afterAll(async () => {
  await source.destroy();
  await own.drop();
});

function hit(bucket: string): Promise<number> {
  return database.write(`insert into rate_window values ($1, now(), 1)`, [bucket]);
}

async function hits(bucket: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'select count(*) from rate_window where bucket = $1',
    [bucket],
  );
  return row?.count ?? -1;
}

describe('Database.run', () => {
  it('commits, and rolls everything back on an error', async () => {
    await database.run(() => hit('kept'));
    const failing = database.run(async () => {
      await hit('lost');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([await hits('kept'), await hits('lost')]).toEqual([1, 0]);
  });

  it('joins a run inside a run: the outer decides', async () => {
    const failing = database.run(async () => {
      await database.run(() => hit('inner'));
      throw new Error('outer');
    });
    await expect(failing).rejects.toThrow('outer');
    expect(await hits('inner')).toBe(0);
  });

  it('keeps parallel transactions apart', async () => {
    const seen = await Promise.all(
      ['p1', 'p2', 'p3'].map((name) =>
        database.run(async () => {
          await hit(name);
          const [row] = await database.query<{ count: number }>(
            `select count(*) from rate_window where bucket in ('p1', 'p2', 'p3')`,
          );
          await new Promise((resolve) => setTimeout(resolve, 50));
          return row?.count;
        }),
      ),
    );
    expect(seen.filter((count) => count === 1).length).toBeGreaterThan(0);
    expect(await hits('p1')).toBe(1);
  });

  it('lets statements of one transaction queue up on its one connection', async () => {
    await database.run(async () => {
      await Promise.all(['q1', 'q2', 'q3', 'q4'].map((name) => hit(name)));
    });
    expect(await hits('q4')).toBe(1);
  });

  it('gives repositories the manager of the transaction', async () => {
    const failing = database.run(async () => {
      await database.manager().query(`insert into rate_window values ('managed', now(), 1)`);
      expect(await hits('managed')).toBe(1);
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect(await hits('managed')).toBe(0);
  });

  it('runs the whole work again after a serialisation failure, twice at most', async () => {
    let attempts = 0;
    const raise = () =>
      database.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    const result = await database.run(async () => {
      attempts += 1;
      if (attempts < 3) await raise();
      return hit('third time');
    });
    expect([result, attempts]).toEqual([1, 3]);

    attempts = 0;
    const hopeless = database.run(async () => {
      attempts += 1;
      await raise();
    });
    await expect(hopeless).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(3);
  });

  it('refuses work that outlives its transaction', async () => {
    let late: Promise<unknown> = Promise.resolve();
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await database.run(async () => {
      late = ended.then(() => hit('late'));
      late.catch(() => undefined);
      await hit('in time');
    });
    end();
    await expect(late).rejects.toThrow('has ended');
    expect(await hits('late')).toBe(0);
  });
});

describe('Database.afterCommit', () => {
  it('runs after the commit and outside of the transaction, not after a rollback', async () => {
    const order: string[] = [];
    await database.run(async () => {
      database.afterCommit(async () => {
        order.push(`after, inside: ${String(database.inTransaction())}`);
        expect(await hits('committed')).toBe(1);
      });
      await hit('committed');
      order.push('work');
    });
    const failing = database.run(async () => {
      database.afterCommit(() => void order.push('never'));
      await hit('x');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(order).toEqual(['work', 'after, inside: false']);
  });
});

describe('values and errors', () => {
  it('reads counts as numbers, dates as text, numerics as text', async () => {
    const rows = await database.query(
      `select 12::bigint as big, date '2026-07-08' as day, 1.50::numeric as exact,
              (timestamptz '2026-12-31T17:00:00Z')::date as local`,
    );
    expect(rows).toEqual([{ big: 12, day: '2026-07-08', exact: '1.50', local: '2027-01-01' }]);
  });

  it('refuses a bigint that no number holds exactly', async () => {
    await expect(database.query('select 9007199254740993::bigint as big')).rejects.toThrow(
      RangeError,
    );
  });

  it('names the unique key that refused a row', async () => {
    const same = `insert into rate_window values ('same', '2026-01-01', 1)`;
    await database.query(same);
    const error = await database.query(same).catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
    expect(brokenConstraint(error)).toBe('rate_window_pkey');
  });

  it('works as a role that cannot touch the schema', async () => {
    await expect(database.query('create table mine ()')).rejects.toMatchObject({ code: '42501' });
  });
});
