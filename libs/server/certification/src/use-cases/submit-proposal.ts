import { Inject, Injectable } from '@nestjs/common';
import { decideAward, DomainError } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { ProposalItemRepository } from '../persistence/proposal-item.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { awardError, printError } from '../policies/award-refusals.js';
import { hasStudyEnded } from '../policies/study-ended.js';
import { AwardLists } from '../queries/award-list.query.js';
import { AwardSettings } from '../queries/award-setting.query.js';
import { PrintChecks } from '../queries/print-check.query.js';
import { ProposalViews, type ProposalView } from '../queries/proposal-view.query.js';
import { ReachableProposals, type ReachedProposal } from '../queries/reachable-proposal.query.js';

/** Submits a computed list for signature, as the person has it before them and as the facts stand. */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly database: Database,
    private readonly reachable: ReachableProposals,
    private readonly settings: AwardSettings,
    private readonly lists: AwardLists,
    private readonly prints: PrintChecks,
    private readonly proposals: ProposalRepository,
    private readonly items: ProposalItemRepository,
    private readonly views: ProposalViews,
    private readonly clock: Clock,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  async run(actor: Actor, proposalId: string, listHash: string): Promise<ProposalView> {
    await this.database.run(async () => {
      const reached = await this.reachable.locked(actor, 'award.submit', proposalId);
      const { list } = await this.lists.of(await this.settings.of(reached.cohort));
      const { proposal } = reached;
      const decided = decideAward(
        { state: proposal.state, listHash: proposal.listHash, eligibleCount: proposal.eligible },
        { type: 'submit', listHash },
        { actorId: actor.accountId, done: proposal.done, currentHash: list.listHash },
      );
      if (!decided.ok) throw awardError(decided.error);
      await this.demandPrintable(reached);
      await this.proposals.setSubmitted(proposalId, actor.accountId, this.clock.now());
      await this.audit.record({
        action: 'award.submit',
        subject: { kind: 'award_proposal', id: proposalId },
        details: { listHash, eligible: proposal.eligible },
      });
    });
    return this.views.read(actor, proposalId);
  }

  /** Refuses early what could not be printed, and a list from before the end of study. */
  private async demandPrintable({ proposal, cohort }: ReachedProposal): Promise<void> {
    if (!hasStudyEnded(cohort, this.clock.today())) {
      throw new DomainError('award.wrong_state', { reason: 'study_not_ended' });
    }
    const items = await this.items.of(proposal.id);
    const people = items.filter((item) => item.position !== null).map((item) => item.printed);
    if (people.some((person) => person.birthDate === null)) {
      throw new DomainError('award.wrong_state', { reason: 'birth_date_missing' });
    }
    const layout = await this.prints.layout(proposal.layoutId);
    const refusals = await this.prints.beforeSigning(layout.body, cohort.issuerId, people);
    const error = printError(refusals);
    if (error !== null) throw error;
  }
}
