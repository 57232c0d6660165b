import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { Database, isUniqueViolation } from '@cam-nang/platform';

/** A signed decision of award. It never changes. */
export interface DecisionRow {
  readonly id: string;
  readonly proposalId: string;
  readonly issuerId: string;
  readonly decisionNo: string;
  /** `YYYY-MM-DD`. */
  readonly decisionDate: string;
  readonly issuedOn: string;
  readonly place: string;
  readonly signerId: string;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly listHash: string;
  readonly signedAt: Date;
}

/** How far the making of a decision's papers is. */
export interface BatchRow {
  readonly decisionId: string;
  readonly state: 'numbered' | 'making' | 'sealing' | 'done' | 'paused';
  readonly total: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = `id, proposal_id as "proposalId", issuer_id as "issuerId",
  decision_no as "decisionNo", decision_date::text as "decisionDate",
  issued_on::text as "issuedOn", place, signer_id as "signerId", signer_name as "signerName",
  signer_title as "signerTitle", encode(list_hash, 'hex') as "listHash", signed_at as "signedAt"`;

const BATCH = `decision_id as "decisionId", state, total, started_at as "startedAt",
  finished_at as "finishedAt"`;

/** Decisions of award and the running state of making their papers. */
@Injectable()
export class DecisionRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<DecisionRow | null> {
    const [row] = await this.database.query<DecisionRow>(
      `select ${COLUMNS} from award_decision where id = $1`,
      [id],
    );
    return row ?? null;
  }

  byProposals(proposalIds: readonly string[]): Promise<DecisionRow[]> {
    return this.database.query<DecisionRow>(
      `select ${COLUMNS} from award_decision where proposal_id = any($1::uuid[])`,
      [proposalIds],
    );
  }

  /** Writes a decision. Throws `award.decision_taken` when the issuer has used number and date before. */
  async add(decision: DecisionRow): Promise<void> {
    await this.database
      .write(
        `insert into award_decision (id, proposal_id, issuer_id, decision_no, decision_date, issued_on,
           place, signer_id, signer_name, signer_title, list_hash, signed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), $12)`,
        [
          decision.id,
          decision.proposalId,
          decision.issuerId,
          decision.decisionNo,
          decision.decisionDate,
          decision.issuedOn,
          decision.place,
          decision.signerId,
          decision.signerName,
          decision.signerTitle,
          decision.listHash,
          decision.signedAt,
        ],
      )
      .catch((error: unknown) => {
        const taken = 'award_decision_issuer_id_decision_no_decision_date_key';
        throw isUniqueViolation(error, taken) ? new DomainError('award.decision_taken') : error;
      });
  }

  /** The organisation whose decision is the newest: whom to ask about a paper nobody knows. */
  async newestIssuer(): Promise<string | null> {
    const [row] = await this.database.query<{ issuerId: string }>(
      'select issuer_id as "issuerId" from award_decision order by signed_at desc, id desc limit 1',
    );
    return row?.issuerId ?? null;
  }

  async addBatch(decisionId: string, total: number, at: Date): Promise<void> {
    await this.database.write(
      `insert into award_batch (decision_id, state, total, started_at)
       values ($1, 'numbered', $2, $3)`,
      [decisionId, total, at],
    );
  }

  async batch(decisionId: string): Promise<BatchRow | null> {
    const [row] = await this.batches([decisionId]);
    return row ?? null;
  }

  batches(decisionIds: readonly string[]): Promise<BatchRow[]> {
    return this.database.query<BatchRow>(
      `select ${BATCH} from award_batch where decision_id = any($1::uuid[])`,
      [decisionIds],
    );
  }

  /** Takes a batch on to its next state; one that is further already stays there. */
  async moveBatch(
    decisionId: string,
    to: Exclude<BatchRow['state'], 'numbered' | 'paused'>,
    finishedAt: Date | null,
  ): Promise<void> {
    await this.database.write(
      `update award_batch set state = $2::text, finished_at = $3
       where decision_id = $1 and array_position(array['numbered', 'making', 'sealing', 'done'], state)
         < array_position(array['numbered', 'making', 'sealing', 'done'], $2::text)`,
      [decisionId, to, finishedAt],
    );
  }
}
