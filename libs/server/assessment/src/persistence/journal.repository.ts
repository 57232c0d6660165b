import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** One entry as it is stored. */
export interface NewEntry {
  readonly seq: number;
  readonly scope: 'answer' | 'flag';
  readonly slot: number;
  readonly nodeId: string;
  readonly revisionId: string;
  readonly value: unknown;
  readonly deviceTime: string;
  readonly monotonicMs: number | null;
  readonly handshakeAt: string | null;
  readonly handshakeMonotonicMs: number | null;
  readonly clockTrusted: boolean;
  readonly effectiveAt: Date;
  readonly late: boolean;
  readonly previousHash: Buffer | null;
  readonly hash: Buffer;
}

export interface Receipt {
  readonly seq: number;
  readonly hash: Buffer;
  readonly receivedAt: Date;
  readonly late: boolean;
  readonly accountId: string;
}

export interface EntryRow {
  readonly deviceId: string;
  readonly seq: number;
  readonly scope: 'answer' | 'flag';
  readonly slot: number;
  readonly value: unknown;
  readonly deviceTime: Date;
  readonly monotonicMs: number | null;
  readonly handshakeAt: Date | null;
  readonly handshakeMonotonicMs: number | null;
  readonly receivedAt: Date;
}

const APPEND = `insert into journal_entry (device_id, seq, account_id, scope, scope_id, slot, node_id, revision_id, value,
    device_time, monotonic_ms, handshake_at, handshake_monotonic_ms, clock_trusted, effective_at, received_at, late, previous_hash, hash)
  select $1, e.seq, $2, e.scope, $3, e.slot, e.node, e.revision, e.value::jsonb, e.device_time, e.monotonic,
    e.handshake_at, e.handshake_monotonic, e.trusted, e.effective_at, $4, e.late, e.previous_hash, e.hash
  from unnest($5::int[], $6::text[], $7::int[], $8::uuid[], $9::uuid[], $10::text[], $11::timestamptz[], $12::bigint[],
    $13::timestamptz[], $14::bigint[], $15::boolean[], $16::timestamptz[], $17::boolean[], $18::bytea[], $19::bytea[])
    as e(seq, scope, slot, node, revision, value, device_time, monotonic, handshake_at, handshake_monotonic, trusted,
      effective_at, late, previous_hash, hash)
  on conflict (device_id, seq) do nothing returning seq`;

/** The journal of answers: entries are only ever added, and one sent twice is one row. */
@Injectable()
export class JournalRepository {
  constructor(private readonly database: Database) {}

  /** Appends entries; returns the sequence numbers that were new. */
  async append(
    batch: {
      readonly deviceId: string;
      readonly accountId: string;
      readonly attemptId: string;
      readonly receivedAt: Date;
    },
    entries: readonly NewEntry[],
  ): Promise<Set<number>> {
    const column = <T>(pick: (entry: NewEntry) => T): T[] => entries.map(pick);
    const rows = await this.database.prepared<{ seq: number }>('journal.append', APPEND, [
      batch.deviceId,
      batch.accountId,
      batch.attemptId,
      batch.receivedAt,
      column((entry) => entry.seq),
      column((entry) => entry.scope),
      column((entry) => entry.slot),
      column((entry) => entry.nodeId),
      column((entry) => entry.revisionId),
      column((entry) => JSON.stringify(entry.value)),
      column((entry) => entry.deviceTime),
      column((entry) => entry.monotonicMs),
      column((entry) => entry.handshakeAt),
      column((entry) => entry.handshakeMonotonicMs),
      column((entry) => entry.clockTrusted),
      column((entry) => entry.effectiveAt),
      column((entry) => entry.late),
      column((entry) => entry.previousHash),
      column((entry) => entry.hash),
    ]);
    return new Set(rows.map((row) => row.seq));
  }

  /** What is stored under these sequence numbers of a device. */
  stored(deviceId: string, seqs: readonly number[]): Promise<Receipt[]> {
    return this.database.query<Receipt>(
      `select seq, hash, received_at as "receivedAt", late, account_id as "accountId"
       from journal_entry where device_id = $1 and seq = any($2::int[])`,
      [deviceId, seqs],
    );
  }

  /** Everything a device ever said about an attempt, whoever's device it was. */
  ofAttempt(attemptId: string): Promise<EntryRow[]> {
    return this.database.prepared<EntryRow>(
      'journal.of-attempt',
      `select device_id as "deviceId", seq, scope, slot, value, device_time as "deviceTime",
         monotonic_ms::float8 as "monotonicMs", handshake_at as "handshakeAt",
         handshake_monotonic_ms::float8 as "handshakeMonotonicMs", received_at as "receivedAt"
       from journal_entry where scope_id = $1 and scope in ('answer', 'flag')`,
      [attemptId],
    );
  }

  /** Notes a device; false when it is another account's. */
  async meet(deviceId: string, accountId: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `insert into device (id, account_id, first_seen_at, last_seen_at) values ($1, $2, $3, $3)
       on conflict (id) do update set last_seen_at = $3 where device.account_id = $2 returning id`,
      [deviceId, accountId, at],
    );
    return rows.length === 1;
  }

  async lastOf(deviceId: string): Promise<{ seq: number; hash: Buffer } | null> {
    const [row] = await this.database.query<{ seq: number; hash: Buffer }>(
      'select seq, hash from journal_entry where device_id = $1 order by seq desc limit 1',
      [deviceId],
    );
    return row ?? null;
  }
}
