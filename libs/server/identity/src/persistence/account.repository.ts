import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export interface AccountRow {
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly passwordHash: string | null;
  /** When a password was set last, also of an account whose password was taken away. */
  readonly passwordChangedAt: Date | null;
  readonly totpCipher: Buffer | null;
  readonly totpKeyId: string | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpLastStep: number | null;
  readonly disabledAt: Date | null;
  readonly isDemonstration: boolean;
  readonly fullName: string;
}

const COLUMNS = `a.id, a.person_id as "personId", a.username, a.password_hash as "passwordHash",
  a.password_changed_at as "passwordChangedAt",
  a.totp_cipher as "totpCipher", a.totp_key_id as "totpKeyId",
  a.totp_confirmed_at as "totpConfirmedAt", a.totp_last_step::float8 as "totpLastStep",
  a.disabled_at as "disabledAt", a.is_demonstration as "isDemonstration",
  p.full_name as "fullName"`;

/** Accounts: who may sign in and with what. */
@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  async byUsername(username: string): Promise<AccountRow | null> {
    const [row] = await this.database.query<AccountRow>(
      `select ${COLUMNS} from account a join person p on p.id = a.person_id where a.username = $1`,
      [username],
    );
    return row ?? null;
  }

  async byId(id: string): Promise<AccountRow | null> {
    const [row] = await this.database.query<AccountRow>(
      `select ${COLUMNS} from account a join person p on p.id = a.person_id where a.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Locks an account: nobody gets a role by it, and nobody else gives a way into it, until the transaction ends. */
  async lock(id: string): Promise<void> {
    await this.database.query('select 1 from account where id = $1 for update', [id]);
  }

  async byPerson(personId: string): Promise<AccountRow | null> {
    const [row] = await this.database.query<AccountRow>(
      `select ${COLUMNS} from account a join person p on p.id = a.person_id where a.person_id = $1`,
      [personId],
    );
    return row ?? null;
  }

  byPeople(personIds: readonly string[]): Promise<AccountRow[]> {
    return this.database.query<AccountRow>(
      `select ${COLUMNS} from account a join person p on p.id = a.person_id
       where a.person_id = any($1::uuid[])`,
      [personIds],
    );
  }

  /** Adds an account; false when the user name is taken. */
  async add(account: {
    readonly id: string;
    readonly personId: string;
    readonly username: string;
    readonly isDemonstration: boolean;
    readonly at: Date;
  }): Promise<boolean> {
    const rows = await this.database.query(
      `insert into account (id, person_id, username, is_demonstration, created_at)
       values ($1, $2, $3, $4, $5) on conflict (username) do nothing returning id`,
      [account.id, account.personId, account.username, account.isDemonstration, account.at],
    );
    return rows.length === 1;
  }

  async setPassword(id: string, hash: string, at: Date): Promise<void> {
    await this.database.query(
      'update account set password_hash = $2, password_changed_at = $3 where id = $1',
      [id, hash, at],
    );
  }

  async setLocale(id: string, locale: 'vi' | 'en'): Promise<void> {
    await this.database.query('update account set locale = $2 where id = $1', [id, locale]);
  }

  /** Keeps a new secret, not in force until confirmed. */
  async setSecret(id: string, cipher: Buffer, keyId: string): Promise<void> {
    await this.database.query(
      `update account set totp_cipher = $2, totp_key_id = $3, totp_confirmed_at = null, totp_last_step = null
       where id = $1`,
      [id, cipher, keyId],
    );
  }

  async confirmSecret(id: string, at: Date): Promise<void> {
    await this.database.query('update account set totp_confirmed_at = $2 where id = $1', [id, at]);
  }

  /** Notes that the code of a step was used; false when it or a later one already was. */
  async useStep(id: string, step: number): Promise<boolean> {
    const rows = await this.database.query(
      `update account set totp_last_step = $2
       where id = $1 and (totp_last_step is null or totp_last_step < $2) returning id`,
      [id, step],
    );
    return rows.length === 1;
  }

  async disable(id: string, at: Date): Promise<void> {
    await this.database.query(
      'update account set disabled_at = coalesce(disabled_at, $2) where id = $1',
      [id, at],
    );
  }

  async enable(id: string): Promise<void> {
    await this.database.query('update account set disabled_at = null where id = $1', [id]);
  }

  /** Without a password an account is opened by a one-time code alone. When one was set last stays known. */
  async forgetPassword(id: string): Promise<void> {
    await this.database.query('update account set password_hash = null where id = $1', [id]);
  }

  async forgetSecret(id: string): Promise<void> {
    await this.database.query(
      `update account set totp_cipher = null, totp_key_id = null, totp_confirmed_at = null,
         totp_last_step = null where id = $1`,
      [id],
    );
  }

  async countAll(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      'select count(*)::int as n from account',
    );
    return row?.n ?? 0;
  }

  async hasDemonstration(): Promise<boolean> {
    const [row] = await this.database.query<{ found: boolean }>(
      'select exists (select 1 from account where is_demonstration) as found',
    );
    return row?.found ?? false;
  }

  /** User names that are one of these with any number behind it; to find free ones. */
  async usernamesLike(bases: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ username: string }>(
      `select username from account where rtrim(username, '0123456789') = any($1::text[])`,
      [bases.map((base) => base.replace(/\d+$/, ''))],
    );
    return rows.map((row) => row.username);
  }
}
