import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';
import { EntryRepository, type EntryRow } from './entry.repository.js';

/** Which lines of the register are asked for; null asks for all. */
export interface RegisterFilter {
  readonly issuerIds: readonly string[];
  readonly typeId: string | null;
  readonly year: number | null;
  /** Part of a name or workplace with marks folded, or of a number; null for none. */
  readonly search: { readonly folded: string; readonly typed: string } | null;
}

/** Where a page begins: after this line. */
export interface RegisterPlace {
  readonly year: number;
  readonly typeId: string;
  readonly issuerId: string;
  readonly registerNo: number;
}

/** Where a page begins: after a line, or at a number of the one series asked for; null at the top. */
export type RegisterStart = { readonly after: RegisterPlace } | { readonly from: number } | null;

/** A series of the register with the number of its lines, its first and its last. */
export interface SeriesRow {
  readonly typeId: string;
  readonly issuerId: string;
  readonly year: number;
  readonly count: number;
  readonly firstNo: number;
  readonly lastNo: number;
}

/** A printed text without tone marks and with d for đ, as `foldForSearch` of libs/domain folds what was typed. */
const folded = (field: 'holderName' | 'organisation') =>
  `replace(regexp_replace(normalize(lower(e.printed->>'${field}'), nfd), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;

const MATCHES = `e.issuer_id = any($1::uuid[]) and ($2::uuid is null or e.type_id = $2)
  and ($3::int is null or e.register_year = $3)
  and ($4::text is null or ${folded('holderName')} like '%' || $4 || '%'
    or ${folded('organisation')} like '%' || $4 || '%'
    or e.register_number ilike '%' || $5 || '%' or e.serial_number ilike '%' || $5 || '%')`;

const ORDER = 'e.register_year desc, e.type_id, e.issuer_id, e.register_no';

function paramsOf(filter: RegisterFilter): unknown[] {
  const like = (text: string) => text.replace(/[\\%_]/g, '\\$&');
  const { search } = filter;
  return [
    filter.issuerIds,
    filter.typeId,
    filter.year,
    search === null ? null : like(search.folded),
    search === null ? null : like(search.typed),
  ];
}

/** Year, type, issuer and number that the page comes after, and the number it begins at. */
function startParams(start: RegisterStart): unknown[] {
  if (start === null) return [null, null, null, null, null];
  if ('from' in start) return [null, null, null, null, start.from];
  const { year, typeId, issuerId, registerNo } = start.after;
  return [year, typeId, issuerId, registerNo, null];
}

/** The register page by page, in the order of its numbers, the newest year first. */
@Injectable()
export class RegisterPageRepository {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryRepository,
  ) {}

  async page(filter: RegisterFilter, start: RegisterStart, limit: number): Promise<EntryRow[]> {
    const ids = await this.database.query<{ id: string }>(
      `select e.id from register_entry e where ${MATCHES}
         and ($6::int is null or (-e.register_year, e.type_id, e.issuer_id, e.register_no)
           > (-$6::int, $7::uuid, $8::uuid, $9::int))
         and ($10::int is null or e.register_no >= $10)
       order by ${ORDER} limit $11`,
      [...paramsOf(filter), ...startParams(start), limit],
    );
    const rows = await this.entries.byIds(ids.map((row) => row.id));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }

  async count(filter: RegisterFilter): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from register_entry e where ${MATCHES}`,
      paramsOf(filter),
    );
    return row?.n ?? 0;
  }

  /** Organisations that have lines in the register. */
  async issuers(): Promise<string[]> {
    const rows = await this.database.query<{ issuerId: string }>(
      'select distinct issuer_id as "issuerId" from number_series',
    );
    return rows.map((row) => row.issuerId);
  }

  /** The series of issuers, the newest year first. */
  series(issuerIds: readonly string[]): Promise<SeriesRow[]> {
    return this.database.query<SeriesRow>(
      `select type_id as "typeId", issuer_id as "issuerId", register_year as year,
         count(*)::int as count, min(register_no)::int as "firstNo", max(register_no)::int as "lastNo"
       from register_entry where issuer_id = any($1::uuid[])
       group by 1, 2, 3 order by 3 desc, 1, 2`,
      [issuerIds],
    );
  }
}
