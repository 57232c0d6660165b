import { Injectable } from '@nestjs/common';
import type { Role } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

export interface GrantRow {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitName: string;
  readonly courseId: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Somebody who holds a role, and for which unit. */
export interface RoleHolder {
  readonly accountId: string;
  readonly name: string;
  readonly unitName: string;
}

const COLUMNS = `g.id, g.account_id as "accountId", g.role, g.unit_id as "unitId",
  u.full_name as "unitName", g.course_id as "courseId",
  lower(g.during)::text as "from", upper(g.during)::text as "to"`;

/** Roles granted to accounts, each scoped to a unit, with dates. */
@Injectable()
export class GrantRepository {
  constructor(private readonly database: Database) {}

  /** Grants in force on the day or later, by account. */
  of(accountIds: readonly string[], onDay: string): Promise<GrantRow[]> {
    return this.database.query<GrantRow>(
      `select ${COLUMNS} from role_grant g join admin_unit u on u.id = g.unit_id
       where g.account_id = any($1::uuid[]) and (upper_inf(g.during) or upper(g.during) > $2::date)
       order by g.created_at, g.id`,
      [accountIds, onDay],
    );
  }

  /** Units of every grant that an account has or had, one for each grant. */
  async unitsEver(accountId: string): Promise<string[]> {
    const rows = await this.database.query<{ unitId: string }>(
      'select unit_id as "unitId" from role_grant where account_id = $1',
      [accountId],
    );
    return rows.map((row) => row.unitId);
  }

  /** Holders of a role at one of the units on the day, by folded name; closed accounts are left out. */
  holders(
    asked: {
      readonly roles: readonly Role[];
      readonly unitIds: readonly string[];
      readonly courseId: string;
    },
    onDay: string,
  ): Promise<RoleHolder[]> {
    return this.database.query<RoleHolder>(
      `select distinct on (p.folded_name, a.id) a.id as "accountId", p.full_name as name, u.full_name as "unitName"
       from role_grant g
         join account a on a.id = g.account_id and a.disabled_at is null
         join person p on p.id = a.person_id
         join admin_unit u on u.id = g.unit_id
       where g.role = any($1::text[]) and g.unit_id = any($2::uuid[])
         and (g.course_id is null or g.course_id = $3) and g.during @> $4::date
       order by p.folded_name, a.id, g.created_at`,
      [asked.roles, asked.unitIds, asked.courseId, onDay],
    );
  }

  /** Adds a grant; an equal one in force meanwhile makes it a no-op. */
  async add(grant: {
    readonly id: string;
    readonly accountId: string;
    readonly role: Role;
    readonly unitId: string;
    readonly courseId: string | null;
    readonly from: string;
    readonly to: string | null;
    readonly grantedBy: string | null;
    readonly basis: string;
    readonly at: Date;
  }): Promise<boolean> {
    const rows = await this.database.query(
      `insert into role_grant (id, account_id, role, unit_id, course_id, during, granted_by, basis, created_at)
       values ($1, $2, $3, $4, $5, daterange($6::date, $7::date), $8, $9, $10)
       on conflict do nothing returning id`,
      [
        grant.id,
        grant.accountId,
        grant.role,
        grant.unitId,
        grant.courseId,
        grant.from,
        grant.to,
        grant.grantedBy,
        grant.basis,
        grant.at,
      ],
    );
    return rows.length === 1;
  }

  /** Ends a grant on the day; one that had not begun is taken away. */
  async end(accountId: string, grantId: string, onDay: string): Promise<boolean> {
    const gone = await this.database.query(
      'delete from role_grant where id = $1 and account_id = $2 and lower(during) >= $3::date returning id',
      [grantId, accountId, onDay],
    );
    if (gone.length === 1) return true;
    const ended = await this.database.query(
      `update role_grant set during = daterange(lower(during), $3::date)
       where id = $1 and account_id = $2 and (upper_inf(during) or upper(during) > $3::date) returning id`,
      [grantId, accountId, onDay],
    );
    return ended.length === 1;
  }
}
