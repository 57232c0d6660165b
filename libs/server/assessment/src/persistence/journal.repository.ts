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

/** What one request says: entries of one device about one attempt. */
export interface SentEntries {
  readonly deviceId: string;
  readonly accountId: string;
  readonly attemptId: string;
  readonly receivedAt: Date;
  readonly entries: readonly NewEntry[];
}

/** An entry that was not there before. */
export interface Appended {
  readonly deviceId: string;
  readonly seq: number;
}

const APPEND = `insert into journal_entry (device_id, seq, account_id, scope, scope_id, slot, node_id, revision_id, value,
    device_time, monotonic_ms, handshake_at, handshake_monotonic_ms, clock_trusted, effective_at, received_at, late, previous_hash, hash)
  select e.device, e.seq, e.account, e.scope, e.attempt, e.slot, e.node, e.revision, e.value::jsonb, e.device_time,
    e.monotonic, e.handshake_at, e.handshake_monotonic, e.trusted, e.effective_at, e.received_at, e.late,
    e.previous_hash, e.hash
  from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::uuid[], $6::int[], $7::uuid[], $8::uuid[], $9::text[],
    $10::timestamptz[], $11::bigint[], $12::timestamptz[], $13::bigint[], $14::boolean[], $15::timestamptz[],
    $16::timestamptz[], $17::boolean[], $18::bytea[], $19::bytea[])
    as e(device, seq, account, scope, attempt, slot, node, revision, value, device_time, monotonic, handshake_at,
      handshake_monotonic, trusted, effective_at, received_at, late, previous_hash, hash)
  on conflict (device_id, seq) do nothing returning device_id as "deviceId", seq`;

type Line = NewEntry & Omit<SentEntries, 'entries'>;

/** Always in one order, so that two statements that hold the same places never wait for each other. */
function linesOf(sent: readonly SentEntries[]): Line[] {
  return sent
    .flatMap(({ entries, ...head }) => entries.map((entry): Line => ({ ...entry, ...head })))
    .sort((one, other) =>
      one.deviceId === other.deviceId
        ? one.seq - other.seq
        : one.deviceId < other.deviceId
          ? -1
          : 1,
    );
}

/** The journal of answers: entries are only ever added, and one sent twice is one row. */
@Injectable()
export class JournalRepository {
  constructor(private readonly database: Database) {}

  /** Appends what some requests say, all or nothing; returns the places in journals that were free. */
  append(sent: readonly SentEntries[]): Promise<Appended[]> {
    const lines = linesOf(sent);
    const column = <T>(pick: (line: Line) => T): T[] => lines.map(pick);
    return this.database.prepared<Appended>('journal.append-many', APPEND, [
      column((line) => line.deviceId),
      column((line) => line.seq),
      column((line) => line.accountId),
      column((line) => line.scope),
      column((line) => line.attemptId),
      column((line) => line.slot),
      column((line) => line.nodeId),
      column((line) => line.revisionId),
      column((line) => JSON.stringify(line.value)),
      column((line) => line.deviceTime),
      column((line) => line.monotonicMs),
      column((line) => line.handshakeAt),
      column((line) => line.handshakeMonotonicMs),
      column((line) => line.clockTrusted),
      column((line) => line.effectiveAt),
      column((line) => line.receivedAt),
      column((line) => line.late),
      column((line) => line.previousHash),
      column((line) => line.hash),
    ]);
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
