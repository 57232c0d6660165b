import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** A unit as it was on the day asked for. `validTo` is the first day on which it no longer was. */
export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly level: 'country' | 'province' | 'district' | 'commune';
  readonly fullName: string;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A unit to be written down. `validTo` null: it still is. */
export interface NewUnit {
  readonly id: string;
  readonly code: string;
  readonly level: UnitRow['level'];
  readonly kind: string;
  readonly fullName: string;
  readonly foldedName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: string | null;
  readonly isSample: boolean;
}

export interface NewSuccession {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly kind: 'rename' | 'kind_change' | 'merge' | 'split' | 'reparent';
  readonly extent: 'whole' | 'part';
  readonly effectiveOn: string;
  readonly legalBasis: string | null;
}

const UNIT_COLUMNS = `u.id, u.code, u.level, u.full_name as "fullName", p.parent_id as "parentId",
  lower(u.valid)::text as "validFrom", upper(u.valid)::text as "validTo"`;

/** Administrative units over time. */
@Injectable()
export class UnitRepository {
  constructor(private readonly database: Database) {}

  /** Ids of every unit at or below the roots, by the tree of the day (see the SQL function). */
  async idsUnder(roots: readonly string[], onDay: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select units_under($1::uuid[], $2::date) as id',
      [roots, onDay],
    );
    return rows.map((row) => row.id);
  }

  /** True when the unit lies at or below one of the roots on the day. */
  async isUnder(unitId: string, roots: readonly string[], onDay: string): Promise<boolean> {
    if (roots.length === 0) return false;
    const [row] = await this.database.query<{ under: boolean }>(
      'select $1::uuid in (select units_under($2::uuid[], $3::date)) as under',
      [unitId, roots, onDay],
    );
    return row?.under ?? false;
  }

  /** Units valid on the day at or below the roots; `folded` also finds a unit by the name of a predecessor. */
  async list(filter: {
    readonly roots: readonly string[];
    readonly onDay: string;
    readonly level: string | null;
    readonly folded: string | null;
  }): Promise<UnitRow[]> {
    return this.database.query<UnitRow>(
      `select ${UNIT_COLUMNS}
       from admin_unit u
       left join admin_unit_parent p on p.unit_id = u.id and p.valid @> $2::date
       where u.id in (select units_under($1::uuid[], $2::date)) and u.valid @> $2::date
         and ($3::text is null or u.level = $3)
         and ($4::text is null or u.folded_name like '%' || $4 || '%' or exists (
           select 1 from admin_unit_succession s join admin_unit old on old.id = s.from_id
           where s.to_id = u.id and old.folded_name like '%' || $4 || '%'))
       order by array_position(array['country', 'province', 'district', 'commune'], u.level),
         u.full_name collate "vi-VN-x-icu"
       limit 500`,
      [filter.roots, filter.onDay, filter.level, filter.folded],
    );
  }

  /** The units with these ids, whatever the day. */
  async byIds(ids: readonly string[]): Promise<UnitRow[]> {
    return this.database.query<UnitRow>(
      `select ${UNIT_COLUMNS} from admin_unit u
       left join lateral (select parent_id from admin_unit_parent x where x.unit_id = u.id
         order by lower(x.valid) desc limit 1) p on true
       where u.id = any($1::uuid[])`,
      [ids],
    );
  }

  /** The unit and its ancestors, lowest first, by the tree of the day. */
  async chain(unitId: string, onDay: string): Promise<UnitRow[]> {
    return this.database.query<UnitRow>(
      `with recursive up(id, step) as (
         select $1::uuid, 0
         union all
         select p.parent_id, up.step + 1 from up
         join admin_unit_parent p on p.unit_id = up.id and p.valid @> $2::date
       )
       select ${UNIT_COLUMNS} from up join admin_unit u on u.id = up.id
       left join admin_unit_parent p on p.unit_id = u.id and p.valid @> $2::date
       order by up.step`,
      [unitId, onDay],
    );
  }

  /** Communes of the day at or below the roots. */
  async communesUnder(roots: readonly string[], onDay: string): Promise<UnitRow[]> {
    return this.database.query<UnitRow>(
      `select ${UNIT_COLUMNS} from admin_unit u
       left join admin_unit_parent p on p.unit_id = u.id and p.valid @> $2::date
       where u.level = 'commune' and u.valid @> $2::date
         and u.id in (select units_under($1::uuid[], $2::date))`,
      [roots, onDay],
    );
  }

  async add(unit: NewUnit): Promise<void> {
    await this.database.query(
      `insert into admin_unit (id, code, level, kind, full_name, folded_name, valid, legal_basis, is_sample)
       values ($1, $2, $3, $4, $5, $6, daterange($7::date, $8::date), $9, $10)`,
      [
        unit.id,
        unit.code,
        unit.level,
        unit.kind,
        unit.fullName,
        unit.foldedName,
        unit.validFrom,
        unit.validTo,
        unit.legalBasis,
        unit.isSample,
      ],
    );
  }

  /** Puts a unit under a parent from one day up to (not including) another. */
  async place(unitId: string, parentId: string, from: string, to: string | null): Promise<void> {
    await this.database.query(
      `insert into admin_unit_parent (unit_id, parent_id, valid) values ($1, $2, daterange($3::date, $4::date))`,
      [unitId, parentId, from, to],
    );
  }

  async succeed(succession: NewSuccession): Promise<void> {
    await this.database.query(
      `insert into admin_unit_succession (id, from_id, to_id, kind, extent, effective_on, legal_basis)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        succession.id,
        succession.fromId,
        succession.toId,
        succession.kind,
        succession.extent,
        succession.effectiveOn,
        succession.legalBasis,
      ],
    );
  }

  /** The country with a code that still is; null when there is none. */
  async countryWith(code: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from admin_unit where level = 'country' and code = $1 and upper_inf(valid)`,
      [code],
    );
    return row?.id ?? null;
  }

  /** The country of the day, or null in an empty installation. */
  async root(onDay: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from admin_unit where level = 'country' and valid @> $1::date limit 1`,
      [onDay],
    );
    return row?.id ?? null;
  }
}
