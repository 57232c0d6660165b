import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';
import type { ListedPerson } from '../policies/award-print.js';
import type { ConditionView } from '../policies/condition-view.js';

/** One person of an award list. */
export interface ProposalItem {
  readonly enrolmentId: string;
  /** Place among the eligible, from 1; null when not eligible. */
  readonly position: number | null;
  readonly conditions: readonly ConditionView[];
  /** Hundredths on the rule set's scale. */
  readonly mark: number | null;
  /** As the paper prints it. */
  readonly grade: string | null;
  readonly printed: ListedPerson;
}

const COLUMNS = `enrolment_id as "enrolmentId", position, conditions, mark, grade, printed`;

/** The people of award proposals: the list, and the others with their reasons. */
@Injectable()
export class ProposalItemRepository {
  constructor(private readonly database: Database) {}

  /** Everyone of a proposal: the eligible in list order, then the others by name. */
  of(proposalId: string): Promise<ProposalItem[]> {
    return this.database.query<ProposalItem>(
      `select ${COLUMNS} from award_proposal_item where proposal_id = $1
       order by position nulls last, place`,
      [proposalId],
    );
  }

  async one(proposalId: string, enrolmentId: string): Promise<ProposalItem | null> {
    const [row] = await this.database.query<ProposalItem>(
      `select ${COLUMNS} from award_proposal_item where proposal_id = $1 and enrolment_id = $2`,
      [proposalId, enrolmentId],
    );
    return row ?? null;
  }

  /** Puts a newly computed list in the place of the one before. */
  async replace(proposalId: string, items: readonly ProposalItem[]): Promise<void> {
    await this.database.write('delete from award_proposal_item where proposal_id = $1', [
      proposalId,
    ]);
    const rows = items.map((item, place) => ({
      ...item,
      place: place + 1,
      eligible: item.position !== null,
    }));
    await this.database.write(
      `insert into award_proposal_item (proposal_id, enrolment_id, place, position, eligible, conditions, mark, grade, printed)
       select $1, r."enrolmentId", r.place, r.position, r.eligible, r.conditions, r.mark, r.grade, r.printed
       from jsonb_to_recordset($2::jsonb) as r("enrolmentId" uuid, place int, position int, eligible boolean,
         conditions jsonb, mark int, grade text, printed jsonb)`,
      [proposalId, JSON.stringify(rows)],
    );
  }
}
