import { Injectable } from '@nestjs/common';
import type { InputOf, listAudit, ResponseOf } from '@cam-nang/contracts';
import { foldForSearch } from '@cam-nang/domain';
import { AuditTrail } from '../audit/audit-trail.js';
import {
  AuditRepository,
  type AuditFilter,
  type ListedAudit,
} from '../persistence/audit.repository.js';

/** The audit trail for auditors, newest first. */
@Injectable()
export class ListAudit {
  constructor(
    private readonly rows: AuditRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(query: InputOf<typeof listAudit>['query']): Promise<ResponseOf<typeof listAudit>> {
    const rows = await this.rows.list(filterOf(query));
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1)?.seq : undefined;
    return {
      entries: page.map(presentEntry),
      chainIntact: (await this.trail.firstBroken()) === null,
      nextCursor: last === undefined ? null : String(last),
    };
  }
}

function presentEntry(row: ListedAudit): ResponseOf<typeof listAudit>['entries'][number] {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actorName,
    onBehalfOf: row.onBehalfOfName,
    address: row.address,
    action: row.action,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    subjectName: row.subjectName,
    details: row.details,
    hash: row.hash.toString('hex'),
  };
}

function filterOf(query: InputOf<typeof listAudit>['query']): AuditFilter {
  const { cursor, actor, action = null, subjectKind = null, subjectId = null } = query;
  const { from = null, to = null, limit } = query;
  const below = cursor === undefined ? null : Number.parseInt(cursor, 10);
  return {
    below: Number.isSafeInteger(below) ? below : null,
    foldedActor: actor === undefined ? null : foldForSearch(actor),
    ...{ action, subjectKind, subjectId, from, to },
    limit: limit + 1,
  };
}
