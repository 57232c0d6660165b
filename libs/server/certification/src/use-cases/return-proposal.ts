import { Inject, Injectable } from '@nestjs/common';
import { decideAward, DomainError, hasPermission } from '@cam-nang/domain';
import { AUDIT_TRAIL, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { awardError } from '../policies/award-refusals.js';
import { ProposalViews, type ProposalView } from '../queries/proposal-view.query.js';
import { ReachableProposals } from '../queries/reachable-proposal.query.js';

/** Sends a submitted list back with a reason; whoever may sign may return. */
@Injectable()
export class ReturnProposal {
  constructor(
    private readonly database: Database,
    private readonly reachable: ReachableProposals,
    private readonly proposals: ProposalRepository,
    private readonly views: ProposalViews,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  async run(actor: Actor, proposalId: string, reason: string): Promise<ProposalView> {
    if (!hasPermission(actor.roles, 'award.sign')) {
      throw new DomainError('permission.denied', { permission: 'award.sign' });
    }
    await this.database.run(async () => {
      const { proposal } = await this.reachable.locked(actor, 'award.sign', proposalId);
      const decided = decideAward(
        { state: proposal.state, listHash: proposal.listHash, eligibleCount: proposal.eligible },
        { type: 'return', reason },
        { actorId: actor.accountId, done: proposal.done, currentHash: proposal.listHash },
      );
      if (!decided.ok) throw awardError(decided.error);
      await this.proposals.setReturned(proposalId, reason);
      await this.audit.record({
        action: 'award.return',
        subject: { kind: 'award_proposal', id: proposalId },
        details: { listHash: proposal.listHash },
      });
    });
    return this.views.read(actor, proposalId);
  }
}
