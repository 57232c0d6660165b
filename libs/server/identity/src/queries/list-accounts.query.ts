import { Injectable } from '@nestjs/common';
import type { InputOf, listAccounts, ResponseOf } from '@cam-nang/contracts';
import { foldForSearch, hasPermission, isDeskRole } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { GrantRepository, type GrantRow } from '../persistence/grant.repository.js';
import { Scope } from '../policies/scope.js';

type AccountView = ResponseOf<typeof listAccounts>['accounts'][number];

interface Row {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly organisationName: string | null;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly lastSeenAt: Date | null;
}

const SELECT = `select a.id, a.username, p.full_name as "fullName", p.birth_date::text as "birthDate",
    o.name as "organisationName", a.disabled_at is not null as disabled,
    a.totp_confirmed_at is not null as "secondFactor",
    (select max(last_seen_at) from session s where s.account_id = a.id) as "lastSeenAt"
  from account a join person p on p.id = a.person_id
  left join lateral (select organisation_id from employment e where e.person_id = p.id
    order by lower(e.during) desc limit 1) e on true
  left join organisation o on o.id = e.organisation_id`;

/** Accounts with a grant inside the scope of the person who asks. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly database: Database,
    private readonly grants: GrantRepository,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    query: InputOf<typeof listAccounts>['query'],
  ): Promise<ResponseOf<typeof listAccounts>> {
    const search = query.search === undefined ? null : foldForSearch(query.search);
    const rows = await this.database.query<Row>(
      `${SELECT}
       where exists (select 1 from role_grant g where g.account_id = a.id
           and g.unit_id in (select units_under($1::uuid[], $2::date)))
         and ($3::text is null or p.folded_name like '%' || $3 || '%' or a.username like '%' || $3 || '%')
         and ($4::text is null or a.username > $4)
       order by a.username limit $5`,
      [
        this.scope.roots(actor, 'account.read'),
        this.clock.today(),
        search,
        query.cursor ?? null,
        query.limit + 1,
      ],
    );
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1)?.username : undefined;
    return { accounts: await this.present(actor, page), nextCursor: last ?? null };
  }

  /** One account as the list shows it. */
  async one(actor: Actor, accountId: string): Promise<AccountView | null> {
    const rows = await this.database.query<Row>(`${SELECT} where a.id = $1`, [accountId]);
    const [view] = await this.present(actor, rows);
    return view ?? null;
  }

  private async present(actor: Actor, rows: readonly Row[]): Promise<AccountView[]> {
    const grants = await this.grants.of(
      rows.map((row) => row.id),
      this.clock.today(),
    );
    return rows.map((row) => {
      const own = grants.filter((grant) => grant.accountId === row.id);
      return {
        ...row,
        lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
        grants: own.map(({ accountId: _, ...grant }) => grant),
        allowed: allowedActs(actor, row, own),
      };
    });
  }
}

function allowedActs(
  actor: Actor,
  account: Pick<Row, 'id' | 'disabled'>,
  grants: readonly GrantRow[],
): AccountView['allowed'] {
  const others = account.id !== actor.accountId;
  const open = others && !account.disabled;
  const mayGrant = hasPermission(actor.roles, 'account.grant');
  const atDesk = grants.some(({ role }) => isDeskRole(role));
  const manage = others && mayManage(actor, atDesk);
  return {
    manage: open && manage,
    reopen: account.disabled && manage,
    grant: open && mayGrant,
    recover: open && mayGrant,
    renewCode: open && hasPermission(actor.roles, 'account.renew-code') && !atDesk,
  };
}

/** Accounts with roles at the desk are closed and opened by who could grant those. */
function mayManage({ roles }: Actor, atDesk: boolean): boolean {
  return (
    hasPermission(roles, 'account.manage') && (!atDesk || hasPermission(roles, 'account.grant'))
  );
}
