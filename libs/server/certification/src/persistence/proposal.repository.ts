import { Injectable } from '@nestjs/common';
import type { AwardState, DoneAct } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import type { AwardChangeView } from '../policies/award-changes.js';
import type { AwardCheck } from '../policies/award-checks.js';

/** An award proposal without its list. */
export interface ProposalRow {
  readonly id: string;
  readonly cohortId: string;
  readonly typeId: string;
  readonly round: number;
  readonly state: AwardState;
  readonly ruleSetId: string;
  readonly editionId: string;
  readonly layoutId: string;
  readonly listHash: string;
  readonly computedAt: Date;
  readonly computedBy: string;
  readonly previousComputedAt: Date | null;
  readonly done: readonly DoneAct[];
  readonly checks: readonly AwardCheck[];
  readonly changes: readonly AwardChangeView[];
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly returnedReason: string | null;
  readonly version: number;
  readonly eligible: number;
  readonly notEligible: number;
}

/** What a computation writes of a proposal. */
export type ComputedProposal = Omit<
  ProposalRow,
  | 'state'
  | 'submittedAt'
  | 'submittedBy'
  | 'returnedReason'
  | 'version'
  | 'eligible'
  | 'notEligible'
>;

const COLUMNS = `p.id, p.cohort_id as "cohortId", p.type_id as "typeId", p.round, p.state,
  p.rule_set_id as "ruleSetId", p.edition_id as "editionId", p.layout_id as "layoutId",
  encode(p.list_hash, 'hex') as "listHash", p.computed_at as "computedAt",
  p.computed_by as "computedBy", p.previous_computed_at as "previousComputedAt", p.done, p.checks,
  p.changes, p.submitted_at as "submittedAt", p.submitted_by as "submittedBy",
  p.returned_reason as "returnedReason", p.version, counts.eligible, counts."notEligible"`;

const FROM = `from award_proposal p cross join lateral (
    select count(*) filter (where i.eligible)::int as eligible,
      count(*) filter (where not i.eligible)::int as "notEligible"
    from award_proposal_item i where i.proposal_id = p.id) counts`;

/** Award proposals: one open at a time for a cohort and type, in rounds. */
@Injectable()
export class ProposalRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<ProposalRow | null> {
    const [row] = await this.database.query<ProposalRow>(
      `select ${COLUMNS} ${FROM} where p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  byIds(ids: readonly string[]): Promise<ProposalRow[]> {
    return this.database.query<ProposalRow>(`select ${COLUMNS} ${FROM} where p.id = any($1)`, [
      ids,
    ]);
  }

  /** Locks a proposal until the transaction ends. */
  async lock(id: string): Promise<void> {
    await this.database.query('select 1 from award_proposal where id = $1 for update', [id]);
  }

  /** The last round of a cohort and type. */
  async newest(cohortId: string, typeId: string): Promise<ProposalRow | null> {
    const [row] = await this.database.query<ProposalRow>(
      `select ${COLUMNS} ${FROM} where p.cohort_id = $1 and p.type_id = $2
       order by p.round desc limit 1`,
      [cohortId, typeId],
    );
    return row ?? null;
  }

  /** Proposals, those waiting for a signature first, then the newest. */
  list(cohortId: string | null): Promise<ProposalRow[]> {
    return this.database.query<ProposalRow>(
      `select ${COLUMNS} ${FROM} where $1::uuid is null or p.cohort_id = $1
       order by array_position(array['submitted', 'computed', 'returned', 'signed'], p.state),
         p.computed_at desc, p.id limit 500`,
      [cohortId],
    );
  }

  /** The newest proposals in which the enrolment is listed, newest round first. */
  ofEnrolment(enrolmentId: string): Promise<ProposalRow[]> {
    return this.database.query<ProposalRow>(
      `select ${COLUMNS} ${FROM}
       where p.id in (select proposal_id from award_proposal_item where enrolment_id = $1)
       order by p.round desc`,
      [enrolmentId],
    );
  }

  /** Writes what was computed: a new round, or the same one computed again. */
  async save(proposal: ComputedProposal): Promise<void> {
    await this.database.write(
      `insert into award_proposal as p (id, cohort_id, type_id, round, state, rule_set_id, edition_id,
         layout_id, list_hash, computed_at, computed_by, previous_computed_at, done, checks, changes)
       values ($1, $2, $3, $4, 'computed', $5, $6, $7, decode($8, 'hex'), $9, $10, $11, $12, $13, $14)
       on conflict (id) do update set state = 'computed', rule_set_id = excluded.rule_set_id,
         edition_id = excluded.edition_id, layout_id = excluded.layout_id,
         list_hash = excluded.list_hash, computed_at = excluded.computed_at,
         computed_by = excluded.computed_by, previous_computed_at = excluded.previous_computed_at,
         done = excluded.done, checks = excluded.checks, changes = excluded.changes,
         submitted_at = null, submitted_by = null, version = p.version + 1`,
      [
        proposal.id,
        proposal.cohortId,
        proposal.typeId,
        proposal.round,
        proposal.ruleSetId,
        proposal.editionId,
        proposal.layoutId,
        proposal.listHash,
        proposal.computedAt,
        proposal.computedBy,
        proposal.previousComputedAt,
        JSON.stringify(proposal.done),
        JSON.stringify(proposal.checks),
        JSON.stringify(proposal.changes),
      ],
    );
  }

  async setSubmitted(id: string, by: string, at: Date): Promise<void> {
    await this.database.write(
      `update award_proposal set state = 'submitted', submitted_at = $3, submitted_by = $2::uuid,
         returned_reason = null, version = version + 1,
         done = done || jsonb_build_array(jsonb_build_object('act', 'award.submit', 'personId', $2::uuid::text))
       where id = $1`,
      [id, by, at],
    );
  }

  async setReturned(id: string, reason: string): Promise<void> {
    await this.database.write(
      `update award_proposal set state = 'returned', returned_reason = $2, version = version + 1
       where id = $1`,
      [id, reason],
    );
  }

  async setSigned(id: string): Promise<void> {
    await this.database.write(
      `update award_proposal set state = 'signed', version = version + 1 where id = $1`,
      [id],
    );
  }
}
