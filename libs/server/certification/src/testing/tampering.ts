import pg from 'pg';

const TABLES = [
  'register_entry',
  'register_document',
  'register_amendment',
  'register_leaf',
  'register_node',
  'register_head',
  'number_series',
  'award_batch',
];

/** Somebody with every right on the database, who switches the triggers off. */
export class Tamperer {
  readonly #client: pg.Client;

  private constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url });
  }

  /** Connects and remembers the register as it is. */
  static async at(superuserUrl: string): Promise<Tamperer> {
    const tamperer = new Tamperer(superuserUrl);
    await tamperer.#client.connect();
    await tamperer.do('set session_replication_role = replica');
    await tamperer.do('create schema if not exists remembered');
    for (const table of TABLES) {
      await tamperer.do(`create table remembered.${table} as table ${table}`);
    }
    return tamperer;
  }

  async do(sql: string, params: readonly unknown[] = []): Promise<void> {
    await this.#client.query(sql, [...params]);
  }

  /** Puts everything back as it was remembered. */
  async undo(): Promise<void> {
    for (const table of TABLES) {
      await this.do(`truncate ${table} cascade`);
    }
    for (const table of TABLES) {
      await this.do(`insert into ${table} select * from remembered.${table}`);
    }
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
