import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, RequestContext } from '@cam-nang/platform';
import { AuditRepository, type AuditRow } from '../persistence/audit.repository.js';

/** One act worth remembering. Details hold references and figures, never personal data. */
export interface AuditedAct {
  /** `area.act`, like the permission where there is one. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: Readonly<Record<string, unknown>>;
  /** Account on whose behalf a job or an office acted. */
  readonly onBehalfOf?: string;
}

/** A link of the chain: its place and its hash. */
interface Link {
  readonly seq: number;
  readonly hash: Buffer;
}

/** The first link has nothing before it. */
const GENESIS: Link = { seq: 0, hash: Buffer.alloc(32) };

/**
 * Who did what when, from where: appended in the transaction of the act, so that neither stands
 * without the other, and chained by SHA-256.
 */
@Injectable()
export class AuditTrail {
  /** As far as the chain was found sound by this process. */
  #sound = GENESIS;
  #checking: Promise<number | null> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rows: AuditRepository,
  ) {}

  async record(act: AuditedAct): Promise<void> {
    await this.database.run(async () => {
      const end = await this.rows.lockEnd();
      const entry = {
        seq: (end?.seq ?? 0) + 1,
        at: this.clock.now(),
        actorId: RequestContext.actor()?.accountId ?? null,
        onBehalfOf: act.onBehalfOf ?? null,
        action: act.action,
        subjectKind: act.subject.kind,
        subjectId: act.subject.id,
        details: { ...act.details },
        address: RequestContext.address() ?? null,
        correlationId: RequestContext.correlationId() ?? null,
        prevHash: end?.hash ?? GENESIS.hash,
      };
      await this.rows.add({ ...entry, hash: linkHash(entry) });
    });
  }

  /** Recomputes the whole chain; the sequence number of the first broken link, or null. */
  firstBroken(): Promise<number | null> {
    return this.walk(GENESIS);
  }

  /**
   * As `firstBroken`, from where the last check ended: for screens, which must not cost more the longer the trail
   * is. A link that this process found sound before and that was changed since is for `firstBroken` to find.
   */
  firstBrokenSince(): Promise<number | null> {
    this.#checking ??= this.walk(this.#sound).finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  private async walk(from: Link): Promise<number | null> {
    let before = from;
    for (;;) {
      const run = await this.rows.chain(before.seq + 1, 1000);
      for (const row of run) {
        if (row.seq !== before.seq + 1 || !isSound(row, before.hash)) return before.seq + 1;
        before = row;
      }
      if (before.seq > this.#sound.seq) this.#sound = { seq: before.seq, hash: before.hash };
      if (run.length === 0) return null;
    }
  }
}

/** Whether a link says what its hash is of, and holds the hash of the link before. */
export function isSound(row: AuditRow, before: Buffer): boolean {
  return row.prevHash.equals(before) && row.hash.equals(linkHash(row));
}

/** Keys sorted at every level, so that the order in which the database returns them does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** SHA-256 over the link before and everything this one says. */
export function linkHash(row: Omit<AuditRow, 'hash'>): Buffer {
  const said = [
    row.seq,
    row.at.toISOString(),
    row.actorId,
    row.onBehalfOf,
    row.action,
    row.subjectKind,
    row.subjectId,
    sorted(JSON.parse(JSON.stringify(row.details))),
    row.address,
    row.correlationId,
  ];
  return createHash('sha256').update(row.prevHash).update(JSON.stringify(said)).digest();
}
