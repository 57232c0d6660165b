import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export interface CodeRow {
  readonly id: string;
  readonly codeHash: Buffer;
  readonly failures: number;
}

/** One-time codes; only their hashes are kept, a new one ends the old. */
@Injectable()
export class OneTimeCodeRepository {
  constructor(private readonly database: Database) {}

  async replace(code: {
    readonly id: string;
    readonly accountId: string;
    readonly codeHash: Buffer;
    readonly at: Date;
    readonly by: string | null;
    readonly expiresAt: Date;
  }): Promise<void> {
    await this.end(code.accountId, code.at);
    await this.database.query(
      `insert into one_time_code (id, account_id, code_hash, made_at, made_by, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [code.id, code.accountId, code.codeHash, code.at, code.by, code.expiresAt],
    );
  }

  /** Ends the code that is still good. */
  async end(accountId: string, at: Date): Promise<void> {
    await this.database.query(
      'update one_time_code set used_at = $2 where account_id = $1 and used_at is null',
      [accountId, at],
    );
  }

  /** The code that is still good, locked until the transaction ends. */
  async live(accountId: string, now: Date): Promise<CodeRow | null> {
    const [row] = await this.database.query<CodeRow>(
      `select id, code_hash as "codeHash", failures from one_time_code
       where account_id = $1 and used_at is null and expires_at > $2
       order by made_at desc limit 1 for update`,
      [accountId, now],
    );
    return row ?? null;
  }

  async use(id: string, at: Date): Promise<void> {
    await this.database.query('update one_time_code set used_at = $2 where id = $1', [id, at]);
  }

  async fail(id: string): Promise<void> {
    await this.database.query('update one_time_code set failures = failures + 1 where id = $1', [
      id,
    ]);
  }
}
