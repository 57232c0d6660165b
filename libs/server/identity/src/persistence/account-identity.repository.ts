import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** Whom an issuer of single sign-on speaks for. */
@Injectable()
export class AccountIdentityRepository {
  constructor(private readonly database: Database) {}

  async accountOf(issuer: string, subject: string): Promise<string | null> {
    const [row] = await this.database.query<{ accountId: string }>(
      'select account_id as "accountId" from account_identity where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    return row?.accountId ?? null;
  }

  /** Whether an issuer speaks for the account. */
  async isLinked(accountId: string): Promise<boolean> {
    const rows = await this.database.query(
      'select 1 from account_identity where account_id = $1 limit 1',
      [accountId],
    );
    return rows.length > 0;
  }

  /** Links a subject to an account; false when either is linked already. */
  async link(issuer: string, subject: string, accountId: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `insert into account_identity (issuer, subject, account_id, linked_at) values ($1, $2, $3, $4)
       on conflict do nothing returning account_id`,
      [issuer, subject, accountId, at],
    );
    return rows.length === 1;
  }
}
