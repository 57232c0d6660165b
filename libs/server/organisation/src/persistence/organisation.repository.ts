import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly shortName: string;
  readonly shortNameEn: string | null;
  readonly kind: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly contact: string | null;
}

export interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly shortName: string;
  readonly shortNameEn: string | null;
  readonly kind: string;
  readonly unitId: string;
  readonly parentId: string | null;
  readonly contact: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isSample: boolean;
}

const COLUMNS = `o.id, o.name, o.name_en as "nameEn", o.short_name as "shortName",
  o.short_name_en as "shortNameEn", o.kind, o.admin_unit_id as "unitId",
  u.full_name as "unitName", o.contact`;

/** Organisations: who issues, employs, teaches. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly database: Database) {}

  async list(filter: {
    readonly roots: readonly string[];
    readonly onDay: string;
    readonly kind: string | null;
    readonly search: string | null;
  }): Promise<OrganisationRow[]> {
    return this.database.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o join admin_unit u on u.id = o.admin_unit_id
       where o.valid @> $2::date and o.admin_unit_id in (select units_under($1::uuid[], $2::date))
         and ($3::text is null or o.kind = $3)
         and ($4::text is null or o.name ilike '%' || $4 || '%')
       order by o.name collate "vi-VN-x-icu" limit 500`,
      [filter.roots, filter.onDay, filter.kind, filter.search],
    );
  }

  async byIds(ids: readonly string[]): Promise<OrganisationRow[]> {
    return this.database.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o join admin_unit u on u.id = o.admin_unit_id
       where o.id = any($1::uuid[])`,
      [ids],
    );
  }

  /** The committee of a commune on a day, if one is written down. */
  async committeeOf(unitId: string, onDay: string): Promise<OrganisationRow | null> {
    const [row] = await this.database.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o join admin_unit u on u.id = o.admin_unit_id
       where o.admin_unit_id = $1 and o.kind = 'commune_committee' and o.valid @> $2::date limit 1`,
      [unitId, onDay],
    );
    return row ?? null;
  }

  /** The ministry or department of home affairs of a unit on a day, if one is written down. */
  async officeOf(unitId: string, onDay: string): Promise<OrganisationRow | null> {
    const [row] = await this.database.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o join admin_unit u on u.id = o.admin_unit_id
       where o.admin_unit_id = $1 and o.kind in ('home_affairs', 'ministry') and o.valid @> $2::date
       order by o.id limit 1`,
      [unitId, onDay],
    );
    return row ?? null;
  }

  async add(organisation: NewOrganisation): Promise<void> {
    await this.database.query(
      `insert into organisation (id, name, name_en, short_name, short_name_en, kind, admin_unit_id, parent_id, contact, valid, is_sample)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, daterange($10::date, $11::date), $12)`,
      [
        organisation.id,
        organisation.name,
        organisation.nameEn,
        organisation.shortName,
        organisation.shortNameEn,
        organisation.kind,
        organisation.unitId,
        organisation.parentId,
        organisation.contact,
        organisation.validFrom,
        organisation.validTo,
        organisation.isSample,
      ],
    );
  }
}
