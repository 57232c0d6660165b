import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { WITHDRAWN_DAY } from './edition-columns.js';

/** A withdrawal as it was decided. */
export interface WithdrawalRow {
  readonly editionId: string;
  readonly major: number;
  readonly minor: number;
  readonly curriculumId: string;
  /** First day in Hanoi on which the edition is withdrawn. */
  readonly on: string;
  readonly decisionNo: string;
  readonly decisionDate: string | null;
  readonly reason: string;
  readonly governed: boolean;
  readonly fallbackId: string | null;
  readonly fallbackMajor: number | null;
  readonly fallbackMinor: number | null;
}

/** What a withdrawal writes into the edition's row. */
export interface WithdrawalFacts {
  readonly on: string;
  readonly at: Date;
  readonly decisionNo: string;
  readonly reason: string;
}

/** Withdrawals: the row says from when and why, the chain of events what takes the edition's place. */
@Injectable()
export class WithdrawalStore {
  constructor(private readonly database: Database) {}

  /** Every withdrawal of the curricula in the order in which they were decided. */
  async ofCurricula(curriculumIds: readonly string[]): Promise<WithdrawalRow[]> {
    return this.database.prepared<WithdrawalRow>(
      'curriculum-withdrawals',
      `select e.id as "editionId", e.major, e.minor, e.curriculum_id as "curriculumId", ${WITHDRAWN_DAY} as "on",
         e.withdrawn_decision as "decisionNo", v.payload->>'decisionDate' as "decisionDate",
         e.withdrawn_reason as reason, (v.payload->>'governed')::bool as governed,
         f.id as "fallbackId", f.major as "fallbackMajor", f.minor as "fallbackMinor"
       from edition e
         join edition_event v on v.edition_id = e.id and v.event = 'withdrawn'
         left join edition f on f.id = (v.payload->>'fallbackId')::uuid
       where e.state = 'issued' and e.curriculum_id = any($1::uuid[]) and e.withdrawn_at is not null
       order by v.seq`,
      [[...new Set(curriculumIds)]],
    );
  }

  /** Withdraws an edition: what it governs ends on that day, what it says stays. */
  async put(editionId: string, { on, at, decisionNo, reason }: WithdrawalFacts): Promise<void> {
    await this.database.query(
      `update edition set withdrawn_at = $3, withdrawn_decision = $4, withdrawn_reason = $5,
         force = case when lower(force) < $2::date then daterange(lower(force), least(upper(force), $2::date))
           else force end,
         applies = case when lower(applies) < $2::date
           then daterange(lower(applies), least(upper(applies), $2::date)) else applies end
       where id = $1`,
      [editionId, on, at, decisionNo, reason],
    );
  }
}
