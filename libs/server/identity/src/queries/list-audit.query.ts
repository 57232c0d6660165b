import { Injectable } from '@nestjs/common';
import type { InputOf, listAudit, ResponseOf } from '@cam-nang/contracts';
import { AuditTrail } from '../audit/audit-trail.js';
import { AuditRepository } from '../persistence/audit.repository.js';

/** The audit trail for auditors, newest first. */
@Injectable()
export class ListAudit {
  constructor(
    private readonly rows: AuditRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(query: InputOf<typeof listAudit>['query']): Promise<ResponseOf<typeof listAudit>> {
    const below = query.cursor === undefined ? null : Number.parseInt(query.cursor, 10);
    const rows = await this.rows.list({
      below: Number.isSafeInteger(below) ? below : null,
      subjectKind: query.subjectKind ?? null,
      subjectId: query.subjectId ?? null,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1)?.seq : undefined;
    return {
      entries: page.map((row) => ({
        seq: row.seq,
        at: row.at.toISOString(),
        actor: row.actorName,
        action: row.action,
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        details: row.details,
        hash: row.hash.toString('hex'),
      })),
      chainIntact: (await this.trail.firstBroken()) === null,
      nextCursor: last === undefined ? null : String(last),
    };
  }
}
