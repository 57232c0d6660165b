import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Record<string, unknown>;
  readonly address: string | null;
  readonly correlationId: string | null;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

/**
 * Which entries to list; what is null does not narrow. Days are those of Hanoi, both included. Under the units lie
 * entries of and about accounts with a role there; those of nobody (acts of the machine) lie under the whole country.
 */
export interface AuditFilter {
  readonly roots: readonly string[];
  readonly today: string;
  readonly below: number | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly foldedActor: string | null;
  readonly action: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
}

interface Named {
  readonly fullName: string;
  readonly birthDate: string | null;
}

export interface ListedAudit extends AuditRow {
  /** Nobody is signed in before a sign-in has succeeded: such acts have a subject and no actor. */
  readonly actorName: string | null;
  readonly subjectName: string | null;
  readonly onBehalfOfName: string | null;
  /** What an entry about a correction points at. */
  readonly correction: {
    readonly before: Named;
    readonly after: Named;
    readonly reason: string;
  } | null;
  /** Hash of the link before; null for the first link and where it is gone. */
  readonly beforeHash: Buffer | null;
}

/** Serialises appends to the chain; any constant that no other lock uses. */
const CHAIN_LOCK = 4_711_001;

const COLUMNS = `e.seq::float8 as seq, e.at, e.actor_id as "actorId", e.on_behalf_of as "onBehalfOf", e.action,
  e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.details, e.address,
  e.correlation_id as "correlationId", e.prev_hash as "prevHash", e.hash`;

/** What was put right, of an entry that points at a correction `c`. */
const CORRECTION = `case when c.id is not null then json_build_object('reason', c.reason,
    'before', json_build_object('fullName', c.full_name_before, 'birthDate', c.birth_date_before),
    'after', json_build_object('fullName', c.full_name, 'birthDate', c.birth_date)) end`;

/** Whether the text of the fourth parameter is in a person's name or user name. */
const holds = (person: string, account: string) =>
  `strpos(${person}.folded_name, $4) > 0 or strpos(${account}.username, $4) > 0`;

/** The audit trail: append-only rows chained by hash. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** The end of the chain, locked until the transaction ends. Null for an empty chain. */
  async lockEnd(): Promise<{ seq: number; hash: Buffer } | null> {
    await this.database.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const [row] = await this.database.query<{ seq: number; hash: Buffer }>(
      'select seq::float8 as seq, hash from audit_entry order by seq desc limit 1',
    );
    return row ?? null;
  }

  async add(row: AuditRow): Promise<void> {
    await this.database.query(
      `insert into audit_entry (seq, at, actor_id, on_behalf_of, action, subject_kind, subject_id, details, address, correlation_id, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        row.seq,
        row.at,
        row.actorId,
        row.onBehalfOf,
        row.action,
        row.subjectKind,
        row.subjectId,
        JSON.stringify(row.details),
        row.address,
        row.correlationId,
        row.prevHash,
        row.hash,
      ],
    );
  }

  /** Newest first, below a sequence number. */
  list(filter: AuditFilter): Promise<ListedAudit[]> {
    return this.database.query(
      `select ${COLUMNS}, p.full_name as "actorName",
         coalesce(sp.full_name, dp.full_name) as "subjectName",
         ${CORRECTION} as correction,
         (select b.hash from audit_entry b where b.seq = e.seq - 1) as "beforeHash",
         (select q.full_name from account b join person q on q.id = b.person_id
          where b.id = e.on_behalf_of) as "onBehalfOfName"
       from audit_entry e
       left join account a on a.id = e.actor_id left join person p on p.id = a.person_id
       left join account sa on e.subject_kind = 'account' and sa.id::text = e.subject_id
       left join person sp on sp.id = sa.person_id
       left join person dp on e.subject_kind = 'person' and dp.id::text = e.subject_id
       left join person_correction c on c.person_id = dp.id and c.id::text = e.details->>'correctionId'
       where ($1::bigint is null or e.seq < $1) and ($2::text is null or e.subject_kind = $2)
         and ($3::text is null or e.subject_id = $3)
         and ($4::text is null
           or case when e.actor_id is null then ${holds('sp', 'sa')} else ${holds('p', 'a')} end)
         and ($5::text is null or e.action = $5 or starts_with(e.action, $5 || '.'))
         and ($6::date is null or e.at >= $6::date::timestamptz)
         and ($7::date is null or e.at < ($7::date + 1)::timestamptz)
         and (exists (select 1 from admin_unit u where u.id = any($9::uuid[]) and u.level = 'country')
           or exists (select 1 from role_grant g where g.account_id in (a.id, sa.id, e.on_behalf_of)
             and g.unit_id in (select units_under($9::uuid[], $10::date))))
       order by e.seq desc limit $8`,
      [
        filter.below,
        filter.subjectKind,
        filter.subjectId,
        filter.foldedActor,
        filter.action,
        filter.from,
        filter.to,
        filter.limit,
        filter.roots,
        filter.today,
      ],
    );
  }

  /** A run of the chain in its own order, from a sequence number on. */
  chain(from: number, limit: number): Promise<AuditRow[]> {
    return this.database.query<AuditRow>(
      `select ${COLUMNS} from audit_entry e where e.seq >= $1 order by e.seq limit $2`,
      [from, limit],
    );
  }
}
