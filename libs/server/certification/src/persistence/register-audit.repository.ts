import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** A row of the register that should be in its tree and is not. */
export interface StrayRow {
  readonly kind: 'entry' | 'document' | 'amendment';
  readonly id: string;
  readonly registerNumber: string | null;
}

/** The numbers given in one series. */
export interface SeriesNumbers {
  readonly typeId: string;
  readonly issuerId: string;
  readonly series: 'serial' | 'register';
  /** 0 for serial numbers. */
  readonly year: number;
  readonly numbers: readonly number[];
  /** What the counter says; null when it is gone. */
  readonly last: number | null;
}

/** A line whose decision has no batch that still waits for its seal with exactly that many papers. */
const STRAY_ENTRIES = `
  select 'entry' as kind, e.id, e.register_number as "registerNumber" from register_entry e
  left join award_batch b on b.decision_id = e.decision_id
  where not exists (select 1 from register_leaf l where l.kind = 'entry' and l.ref_id = e.id)
    and (b.decision_id is null or b.state = 'done'
      or exists (select 1 from register_head h where h.decision_id = e.decision_id)
      or b.total <> (select count(*) from register_entry o where o.decision_id = e.decision_id))
  order by e.issuer_id, e.type_id, e.register_year, e.register_no`;

const STRAY_DOCUMENTS = `
  select 'document' as kind, d.entry_id as id, e.register_number as "registerNumber"
  from register_document d left join register_entry e on e.id = d.entry_id
  where not exists (select 1 from register_leaf l where l.kind = 'document' and l.ref_id = d.entry_id)
    and (e.id is null
      or exists (select 1 from register_leaf l where l.kind = 'entry' and l.ref_id = e.id))
  order by e.register_year, e.register_no`;

const STRAY_AMENDMENTS = `
  select 'amendment' as kind, a.id, e.register_number as "registerNumber"
  from register_amendment a left join register_entry e on e.id = a.entry_id
  where not exists (select 1 from register_leaf l where l.kind = 'amendment' and l.ref_id = a.id)
  order by a.at, a.id`;

const NUMBERS = `
  with given as (
    select type_id, issuer_id, 'serial' as series, 0 as year, array_agg(serial_no) as numbers
    from register_entry group by 1, 2
    union all
    select type_id, issuer_id, 'register', register_year, array_agg(register_no)
    from register_entry group by 1, 2, 4
  )
  select coalesce(g.type_id, s.type_id) as "typeId", coalesce(g.issuer_id, s.issuer_id) as "issuerId",
    coalesce(g.series, s.series) as series, coalesce(g.year, s.year) as year,
    coalesce(g.numbers, '{}') as numbers, s.last
  from given g
  full join number_series s on (s.type_id, s.issuer_id, s.series, s.year) = (g.type_id, g.issuer_id, g.series, g.year)
  order by 1, 2, 3, 4`;

/** Reads for the proof that nothing in the register was changed behind its back. */
@Injectable()
export class RegisterAuditRepository {
  constructor(private readonly database: Database) {}

  async strayRows(): Promise<StrayRow[]> {
    const parts: StrayRow[][] = [];
    for (const sql of [STRAY_ENTRIES, STRAY_DOCUMENTS, STRAY_AMENDMENTS]) {
      parts.push(await this.database.query<StrayRow>(sql));
    }
    return parts.flat();
  }

  series(): Promise<SeriesNumbers[]> {
    return this.database.query<SeriesNumbers>(NUMBERS);
  }

  /** Leaves and the size of the newest head, as of one moment. */
  async sizes(): Promise<{ readonly leaves: number; readonly headed: number }> {
    const [row] = await this.database.query<{ leaves: number; headed: number }>(
      `select (select coalesce(max(position) + 1, 0) from register_leaf)::int as leaves,
         (select coalesce(max(size), 0) from register_head)::int as headed`,
    );
    return row ?? { leaves: 0, headed: 0 };
  }

  /** Decisions among these whose batch is done: their heads must be out. */
  async finished(decisionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select decision_id as id from award_batch where decision_id = any($1::uuid[]) and state = 'done'`,
      [decisionIds],
    );
    return new Set(rows.map((row) => row.id));
  }
}
