import type { ConflictTriple, NodeResolution } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** A decision about a conflict, with who made it. */
export interface DecisionRow extends NodeResolution {
  readonly decidedAt: Date;
  readonly decidedBy: string;
}

/** Decisions about conflicts; each is about three texts and is never used for others. */
@Injectable()
export class DecisionStore {
  constructor(private readonly database: Database) {}

  /** Whoever decides again about the same three texts replaces the decision. */
  async put(requestId: string, row: DecisionRow): Promise<void> {
    const { base, ours, theirs } = row.triple;
    await this.database.query(
      `insert into cr_decision (request_id, conflict_id, base_hash, ours_hash, theirs_hash, decision, decided_at, decided_by)
       values ($1, $2, decode($3, 'hex'), decode($4, 'hex'), decode($5, 'hex'), $6, $7, $8)
       on conflict (request_id, conflict_id, base_hash, ours_hash, theirs_hash)
         do update set decision = $6, decided_at = $7, decided_by = $8`,
      [
        requestId,
        row.id,
        base,
        ours,
        theirs,
        JSON.stringify(row.decision),
        row.decidedAt,
        row.decidedBy,
      ],
    );
  }

  async ofRequest(requestId: string): Promise<DecisionRow[]> {
    const rows = await this.database.query<Omit<DecisionRow, 'triple'> & ConflictTriple>(
      `select conflict_id as id, encode(base_hash, 'hex') as base, encode(ours_hash, 'hex') as ours,
         encode(theirs_hash, 'hex') as theirs, decision, decided_at as "decidedAt", decided_by as "decidedBy"
       from cr_decision where request_id = $1 order by decided_at, conflict_id`,
      [requestId],
    );
    return rows.map(({ base, ours, theirs, ...row }) => ({
      ...row,
      triple: { base, ours, theirs },
    }));
  }
}
