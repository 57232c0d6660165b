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

/** Serialises appends to the chain; any constant that no other lock uses. */
const CHAIN_LOCK = 4_711_001;

const COLUMNS = `seq::float8 as seq, at, actor_id as "actorId", on_behalf_of as "onBehalfOf", action,
  subject_kind as "subjectKind", subject_id as "subjectId", details, address,
  correlation_id as "correlationId", prev_hash as "prevHash", hash`;

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
  list(filter: {
    readonly below: number | null;
    readonly subjectKind: string | null;
    readonly subjectId: string | null;
    readonly limit: number;
  }): Promise<(AuditRow & { readonly actorName: string | null })[]> {
    return this.database.query(
      `select ${COLUMNS}, p.full_name as "actorName" from audit_entry e
       left join account a on a.id = e.actor_id left join person p on p.id = a.person_id
       where ($1::bigint is null or seq < $1) and ($2::text is null or subject_kind = $2)
         and ($3::text is null or subject_id = $3)
       order by seq desc limit $4`,
      [filter.below, filter.subjectKind, filter.subjectId, filter.limit],
    );
  }

  /** A run of the chain in its own order, from a sequence number on. */
  chain(from: number, limit: number): Promise<AuditRow[]> {
    return this.database.query<AuditRow>(
      `select ${COLUMNS} from audit_entry where seq >= $1 order by seq limit $2`,
      [from, limit],
    );
  }
}
