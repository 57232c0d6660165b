import { Injectable } from '@nestjs/common';
import type { ResponseOf, readSession } from '@cam-nang/contracts';
import { DomainError, isDeskRole, permissionsOf } from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock, Database, type Session } from '@cam-nang/platform';
import { AccountRepository } from '../persistence/account.repository.js';
import { DatabaseSessionReader } from '../sessions/session-reader.js';

interface ShellRow {
  readonly username: string;
  readonly fullName: string;
  readonly givenName: string;
  readonly locale: 'vi' | 'en';
  readonly expiresAt: Date;
  readonly secondFactor: boolean;
  readonly isDemonstration: boolean;
}

/** The session as the shells show it. */
@Injectable()
export class SessionViewQuery {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationFacade,
    private readonly accounts: AccountRepository,
    private readonly reader: DatabaseSessionReader,
    private readonly clock: Clock,
  ) {}

  /** The session a token opened; for the answer to a sign-in. */
  async ofToken(token: string): Promise<ResponseOf<typeof readSession>> {
    const session = await this.reader.read(token);
    if (session === null) throw new DomainError('session.required');
    return this.of(session);
  }

  async of(session: Session): Promise<ResponseOf<typeof readSession>> {
    const row = await this.shellRow(session);
    const units = await this.organisations.units(session.roles.map((grant) => grant.unitId));
    const names = new Map(units.map((unit) => [unit.id, unit.fullName]));
    return {
      account: {
        id: session.accountId,
        username: row.username,
        fullName: row.fullName,
        givenName: row.givenName,
        locale: row.locale,
      },
      kind: session.sessionKind,
      roles: session.roles.map((grant) => ({ ...grant, unitName: names.get(grant.unitId) ?? '' })),
      permissions: [...permissionsOf(session.roles)],
      csrfToken: session.csrfToken,
      expiresAt: row.expiresAt.toISOString(),
      freshUntil: session.freshUntil?.toISOString() ?? null,
      secondFactor: factorState(row, session),
      isDemonstration: await this.accounts.hasDemonstration(),
      serverTime: this.clock.now().toISOString(),
    };
  }

  private async shellRow(session: Session): Promise<ShellRow> {
    const [row] = await this.database.query<ShellRow>(
      `select a.username, p.full_name as "fullName", p.given_name as "givenName", a.locale,
         s.expires_at as "expiresAt", a.totp_confirmed_at is not null as "secondFactor",
         a.is_demonstration as "isDemonstration"
       from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
       where s.id = $1`,
      [session.sessionId],
    );
    if (row === undefined) throw new DomainError('session.required');
    return row;
  }
}

function factorState(row: ShellRow, session: Session): 'on' | 'off' | 'must_set_up' {
  if (row.secondFactor) return 'on';
  const needed = session.roles.some((grant) => isDeskRole(grant.role)) && !row.isDemonstration;
  return needed ? 'must_set_up' : 'off';
}
