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

/** The first link has nothing before it. */
const GENESIS = Buffer.alloc(32);

/**
 * Who did what when, from where: appended in the transaction of the act, so that neither stands
 * without the other, and chained by SHA-256.
 */
@Injectable()
export class AuditTrail {
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
        prevHash: end?.hash ?? GENESIS,
      };
      await this.rows.add({ ...entry, hash: linkHash(entry) });
    });
  }

  /** Recomputes the whole chain; the sequence number of the first broken link, or null. */
  async firstBroken(): Promise<number | null> {
    let before: Buffer = GENESIS;
    for (let next = 1; ;) {
      const run = await this.rows.chain(next, 1000);
      for (const row of run) {
        const intact =
          row.seq === next && row.prevHash.equals(before) && row.hash.equals(linkHash(row));
        if (!intact) return next;
        before = row.hash;
        next += 1;
      }
      if (run.length === 0) return null;
    }
  }
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
