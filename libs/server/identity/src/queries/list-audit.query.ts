import { Injectable } from '@nestjs/common';
import type { InputOf, listAudit, ResponseOf } from '@cam-nang/contracts';
import { foldForSearch } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { isSound, AuditTrail } from '../audit/audit-trail.js';
import {
  AuditRepository,
  type AuditFilter,
  type ListedAudit,
} from '../persistence/audit.repository.js';
import { Scope } from '../policies/scope.js';

/** The audit trail for auditors, newest first, as far as their right reaches. */
@Injectable()
export class ListAudit {
  constructor(
    private readonly rows: AuditRepository,
    private readonly trail: AuditTrail,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    query: InputOf<typeof listAudit>['query'],
  ): Promise<ResponseOf<typeof listAudit>> {
    const roots = this.scope.roots(actor, 'audit.read');
    const rows = await this.rows.list({ ...filterOf(query), roots, today: this.clock.today() });
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1)?.seq : undefined;
    return {
      entries: page.map(presentEntry),
      chainIntact: page.every(standsSound) && (await this.trail.firstBrokenSince()) === null,
      nextCursor: last === undefined ? null : String(last),
    };
  }
}

/** Rows that are shown are worked out again whenever they are. */
function standsSound(row: ListedAudit): boolean {
  return isSound(row, row.beforeHash ?? Buffer.alloc(row.seq === 1 ? 32 : 0));
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
    correction: row.correction,
    hash: row.hash.toString('hex'),
  };
}

function filterOf(query: InputOf<typeof listAudit>['query']): Omit<AuditFilter, 'roots' | 'today'> {
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
