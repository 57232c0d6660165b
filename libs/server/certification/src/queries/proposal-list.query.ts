import type { InputOf, listProposals, ResponseOf } from '@cam-nang/contracts';
import { grantsConferring } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import type { Actor } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import {
  DecisionRepository,
  type BatchRow,
  type DecisionRow,
} from '../persistence/decision.repository.js';
import { ProposalRepository, type ProposalRow } from '../persistence/proposal.repository.js';

type Summary = ResponseOf<typeof listProposals>['proposals'][number];

/** What a list shows of a signed decision; nulls before the signature. */
function decisionFacts(
  decision: DecisionRow | undefined,
  batches: readonly BatchRow[],
): Pick<Summary, 'decisionId' | 'decisionNo' | 'batchState'> {
  if (decision === undefined) return { decisionId: null, decisionNo: null, batchState: null };
  const batch = batches.find((one) => one.decisionId === decision.id);
  const { id: decisionId, decisionNo } = decision;
  return { decisionId, decisionNo, batchState: batch?.state ?? null };
}

/** Award proposals within one's reach. */
@Injectable()
export class ProposalList {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly decisions: DecisionRepository,
    private readonly training: TrainingFacade,
    private readonly organisations: OrganisationFacade,
    private readonly accounts: Accounts,
  ) {}

  async run(
    actor: Actor,
    query: InputOf<typeof listProposals>['query'],
  ): Promise<ResponseOf<typeof listProposals>> {
    const rows = await this.proposals.list(query.cohortId ?? null);
    const cohorts = await this.reached(actor, rows);
    const seen = rows.filter((row) => cohorts.has(row.cohortId));
    const decisions = await this.decisions.byProposals(seen.map((row) => row.id));
    const batches = await this.decisions.batches(decisions.map((decision) => decision.id));
    const names = await this.accounts.names(
      seen.flatMap((row) => [row.computedBy, row.submittedBy].filter((id) => id !== null)),
    );
    const nameOf = (accountId: string | null) =>
      accountId === null ? null : (names.get(accountId) ?? '');
    return {
      proposals: seen.flatMap((row): Summary[] => {
        const cohort = cohorts.get(row.cohortId);
        if (cohort === undefined) return [];
        const { id, cohortId, round, state, eligible, notEligible } = row;
        const signed = decisions.find((one) => one.proposalId === id);
        return [
          {
            ...{ id, cohortId, round, state, eligible, notEligible },
            cohortCode: cohort.code,
            cohortTitle: cohort.title,
            computedAt: row.computedAt.toISOString(),
            computedBy: nameOf(row.computedBy) ?? '',
            submittedBy: nameOf(row.submittedBy),
            ...decisionFacts(signed, batches),
          },
        ];
      }),
    };
  }

  private async reached(
    actor: Actor,
    rows: readonly ProposalRow[],
  ): Promise<ReadonlyMap<string, CohortRow>> {
    const cohorts = await this.training.cohortsOf([...new Set(rows.map((row) => row.cohortId))]);
    const grants = grantsConferring(actor.roles, 'award.read');
    const reaching = await Promise.all(
      grants.map(async ({ unitId, courseId }) => {
        const units = new Set(await this.organisations.idsUnder([unitId]));
        return (cohort: CohortRow) =>
          units.has(cohort.ownerUnitId) && (courseId === null || courseId === cohort.courseId);
      }),
    );
    const seen = cohorts.filter((cohort) => reaching.some((reaches) => reaches(cohort)));
    return new Map(seen.map((cohort) => [cohort.id, cohort]));
  }
}
