import { Injectable } from '@nestjs/common';
import { Database, type RoleGrant } from '@cam-nang/platform';

/** What one look-up of a session brings: the session, its account and the grants in force. */
export interface SessionRow {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly kind: 'learn' | 'desk';
  readonly csrfToken: string;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
  readonly freshUntil: Date | null;
  readonly isDemonstration: boolean;
  readonly hasSecondFactor: boolean;
  readonly roles: readonly RoleGrant[];
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly csrfToken: string;
  readonly accountId: string;
  readonly kind: 'learn' | 'desk';
  readonly at: Date;
  readonly expiresAt: Date;
  readonly freshUntil: Date | null;
  readonly secondFactorAt: Date | null;
  readonly userAgent: string;
  readonly address: string;
}

export interface DeviceRow {
  readonly sessionId: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

const READ = `select s.id as "sessionId", s.account_id as "accountId", a.person_id as "personId",
    s.kind, s.csrf_token as "csrfToken", s.expires_at as "expiresAt",
    s.last_seen_at as "lastSeenAt", s.fresh_until as "freshUntil",
    a.is_demonstration as "isDemonstration", a.totp_confirmed_at is not null as "hasSecondFactor",
    coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'courseId', g.course_id)
      order by g.created_at, g.id) from role_grant g where g.account_id = a.id and g.during @> $3::date), '[]') as roles
  from session s join account a on a.id = s.account_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and a.disabled_at is null`;

/** Sessions live on the server; the cookie holds only a token whose hash is kept. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async read(tokenHash: Buffer, now: Date, today: string): Promise<SessionRow | null> {
    const rows = await this.database.prepared<SessionRow>('session.read', READ, [
      tokenHash,
      now,
      today,
    ]);
    return rows[0] ?? null;
  }

  async add(session: NewSession): Promise<void> {
    await this.database.query(
      `insert into session (id, token_hash, csrf_token, account_id, kind, created_at, expires_at, last_seen_at, fresh_until, second_factor_at, user_agent, address)
       values ($1, $2, $3, $4, $5, $6, $7, $6, $8, $9, $10, $11)`,
      [
        session.id,
        session.tokenHash,
        session.csrfToken,
        session.accountId,
        session.kind,
        session.at,
        session.expiresAt,
        session.freshUntil,
        session.secondFactorAt,
        session.userAgent,
        session.address,
      ],
    );
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.database.query('update session set last_seen_at = $2 where id = $1', [id, at]);
  }

  async freshen(id: string, until: Date): Promise<void> {
    await this.database.query('update session set fresh_until = $2 where id = $1', [id, until]);
  }

  async end(id: string, at: Date, reason: string): Promise<void> {
    await this.database.query(
      'update session set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null',
      [id, at, reason],
    );
  }

  /** Ends one session of the account; false when it has none of that id open. */
  async endOwn(accountId: string, id: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `update session set ended_at = $3, end_reason = 'ended by the person'
       where id = $1 and account_id = $2 and ended_at is null returning id`,
      [id, accountId, at],
    );
    return rows.length === 1;
  }

  /** Ends every session of the account but one. */
  async endAll(accountId: string, at: Date, reason: string, keep: string | null): Promise<void> {
    await this.database.query(
      `update session set ended_at = $2, end_reason = $3
       where account_id = $1 and ended_at is null and ($4::uuid is null or id <> $4)`,
      [accountId, at, reason, keep],
    );
  }

  listOpen(accountId: string, now: Date): Promise<DeviceRow[]> {
    return this.database.query<DeviceRow>(
      `select id as "sessionId", user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt"
       from session where account_id = $1 and ended_at is null and expires_at > $2
       order by last_seen_at desc limit 100`,
      [accountId, now],
    );
  }
}
