import { DomainError, type Permission } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { DecisionRepository, type DecisionRow } from '../persistence/decision.repository.js';
import { ProposalRepository, type ProposalRow } from '../persistence/proposal.repository.js';

/** An award proposal with the cohort it is about. */
export interface ReachedProposal {
  readonly proposal: ProposalRow;
  readonly cohort: CohortRow;
}

/** Award proposals and decisions as far as a person's rights reach; the others do not exist (404). */
@Injectable()
export class ReachableProposals {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly decisions: DecisionRepository,
    private readonly training: TrainingFacade,
    private readonly scope: Scope,
  ) {}

  async of(actor: Actor, permission: Permission, proposalId: string): Promise<ReachedProposal> {
    const proposal = await this.proposals.byId(proposalId);
    if (proposal === null) throw new DomainError('resource.not_found');
    const cohort = await this.cohort(actor, permission, proposal.cohortId);
    return { proposal, cohort };
  }

  /** As `of`, with the proposal locked until the transaction ends. */
  async locked(actor: Actor, permission: Permission, proposalId: string): Promise<ReachedProposal> {
    await this.proposals.lock(proposalId);
    return this.of(actor, permission, proposalId);
  }

  async cohort(actor: Actor, permission: Permission, cohortId: string): Promise<CohortRow> {
    const cohort = await this.training.cohort(cohortId);
    if (cohort === null) throw new DomainError('resource.not_found');
    const { ownerUnitId: unitId, courseId } = cohort;
    await this.scope.demand(actor, permission, { unitId, courseId });
    return cohort;
  }

  async decision(
    actor: Actor,
    permission: Permission,
    decisionId: string,
  ): Promise<ReachedProposal & { readonly decision: DecisionRow }> {
    const decision = await this.decisions.byId(decisionId);
    if (decision === null) throw new DomainError('resource.not_found');
    return { ...(await this.of(actor, permission, decision.proposalId)), decision };
  }
}
