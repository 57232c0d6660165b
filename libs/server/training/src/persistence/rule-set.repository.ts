import { Injectable } from '@nestjs/common';
import type { RuleSet } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

export interface RuleSetRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly ownerUnitId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly issuedBasis: string | null;
  /** Everything of the rule set but its id and dates, which are columns. */
  readonly parameters: RuleSetParameters;
}

/** What the database keeps as JSON of a rule set. */
export type RuleSetParameters = Omit<RuleSet, 'id' | 'valid'>;

const COLUMNS = `id, code, title, title_en as "titleEn", owner_unit_id as "ownerUnitId",
  lower(valid)::text as "validFrom", upper(valid)::text as "validTo",
  issued_basis as "issuedBasis", parameters`;

/** Dated rule sets. One that somebody is judged by never changes; the database refuses it. */
@Injectable()
export class RuleSetRepository {
  constructor(private readonly database: Database) {}

  /** Rule sets in force on the day whose owner lies above or at the unit, the nearest owner first. */
  async inForceFor(unitId: string, onDay: string): Promise<RuleSetRow | null> {
    const [row] = await this.database.query<RuleSetRow>(
      `with recursive up(above_id, step) as (
         select $1::uuid, 0
         union all
         select p.parent_id, up.step + 1 from up
         join admin_unit_parent p on p.unit_id = up.above_id and p.valid @> $2::date
       )
       select ${COLUMNS} from rule_set join up on up.above_id = rule_set.owner_unit_id
       where valid @> $2::date order by up.step, lower(valid) desc limit 1`,
      [unitId, onDay],
    );
    return row ?? null;
  }

  list(roots: readonly string[], onDay: string | null, today: string): Promise<RuleSetRow[]> {
    return this.database.query<RuleSetRow>(
      `select ${COLUMNS} from rule_set
       where ($2::date is null or valid @> $2::date)
         and (owner_unit_id in (select units_under($1::uuid[], $3::date))
           or exists (select 1 from units_under(array[owner_unit_id], $3::date) u(id) where u.id = any($1::uuid[])))
       order by lower(valid) desc, code`,
      [roots, onDay, today],
    );
  }

  byIds(ids: readonly string[]): Promise<RuleSetRow[]> {
    return this.database.query<RuleSetRow>(
      `select ${COLUMNS} from rule_set where id = any($1::uuid[])`,
      [ids],
    );
  }

  async add(row: RuleSetRow): Promise<void> {
    await this.database.query(
      `insert into rule_set (id, code, title, title_en, owner_unit_id, valid, issued_basis, parameters)
       values ($1, $2, $3, $4, $5, daterange($6::date, $7::date), $8, $9)`,
      [
        row.id,
        row.code,
        row.title,
        row.titleEn,
        row.ownerUnitId,
        row.validFrom,
        row.validTo,
        row.issuedBasis,
        JSON.stringify(row.parameters),
      ],
    );
  }
}
