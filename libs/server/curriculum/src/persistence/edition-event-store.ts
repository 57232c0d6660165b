import { canonicalJson, hashText } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { NO_LINK } from '../integrity/commit-chain.js';
import { sha256 } from '../integrity/sha256.js';

/** Something that happened to an edition. */
export interface EditionEvent {
  readonly editionId: string;
  readonly event:
    | 'prepared'
    | 'issued'
    | 'returned'
    | 'withdrawn'
    | 'range_closed'
    | 'council_convened'
    | 'council_voted'
    | 'council_decided'
    | 'council_dissolved'
    | 'council_confirmed';
  readonly actorId: string | null;
  readonly at: Date;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One link of the chain of events, as it is kept. */
export interface EditionEventRow extends EditionEvent {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** Any number that no other advisory lock of this database uses. */
const CHAIN_LOCK = 4_071_001;

const COLUMNS = `seq, edition_id as "editionId", event, actor_id as "actorId", at, payload,
  encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash`;

/** Hash of one link: of what it says and of the link before it. */
export function editionEventHash(seq: number, prevHash: string, event: EditionEvent): string {
  const { editionId, actorId, at, payload } = event;
  const said = { editionId, event: event.event, actorId, at: at.toISOString(), payload };
  return hashText(canonicalJson({ seq, prevHash, ...said }), sha256);
}

/** What happened to editions, for ever, each link holding the hash of the one before. */
@Injectable()
export class EditionEventStore {
  constructor(private readonly database: Database) {}

  /** Appends one link. Call it last in a transaction: until the commit everybody else waits. */
  async append(event: EditionEvent): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const [last] = await this.database.query<{ seq: number; hash: string }>(
      `select seq, encode(hash, 'hex') as hash from edition_event order by seq desc limit 1`,
    );
    const seq = (last?.seq ?? 0) + 1;
    const prevHash = last?.hash ?? NO_LINK;
    await this.database.query(
      `insert into edition_event (seq, edition_id, event, actor_id, at, payload, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), decode($8, 'hex'))`,
      [
        seq,
        event.editionId,
        event.event,
        event.actorId,
        event.at,
        JSON.stringify(event.payload),
        prevHash,
        editionEventHash(seq, prevHash, event),
      ],
    );
  }

  /** The whole chain in order. */
  async all(): Promise<EditionEventRow[]> {
    return this.database.query<EditionEventRow>(
      `select ${COLUMNS} from edition_event order by seq`,
    );
  }

  async ofEdition(editionId: string): Promise<EditionEventRow[]> {
    return this.ofEditions([editionId]);
  }

  /** What happened to some editions, in order. */
  async ofEditions(editionIds: readonly string[]): Promise<EditionEventRow[]> {
    return this.database.query<EditionEventRow>(
      `select ${COLUMNS} from edition_event where edition_id = any($1::uuid[]) order by seq`,
      [editionIds],
    );
  }
}
