import { Inject, Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf, signAward } from '@cam-nang/contracts';
import { decideAward, nfc } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  Ids,
  InvalidRequest,
  JobProgress,
  Outbox,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { chunksOf, makeDocuments } from '../jobs/make-documents.job.js';
import { CertificateTypeRepository } from '../persistence/certificate-type.repository.js';
import { DecisionRepository, type DecisionRow } from '../persistence/decision.repository.js';
import type { EntryRow } from '../persistence/entry.repository.js';
import { ProposalItemRepository } from '../persistence/proposal-item.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { awardError, printError } from '../policies/award-refusals.js';
import { AwardLists } from '../queries/award-list.query.js';
import { AwardSettings } from '../queries/award-setting.query.js';
import { PrintChecks } from '../queries/print-check.query.js';
import { ProposalViews } from '../queries/proposal-view.query.js';
import { ReachableProposals, type ReachedProposal } from '../queries/reachable-proposal.query.js';
import { batchKey } from '../register/batch-key.js';
import { NumberEntries, type ListedLine } from './number-entries.js';

type Body = InputOf<typeof signAward>['body'];

/** Signs the decision of a submitted list: decision, numbers, register lines and jobs, all at once. */
@Injectable()
export class SignAward {
  constructor(
    private readonly database: Database,
    private readonly reachable: ReachableProposals,
    private readonly settings: AwardSettings,
    private readonly lists: AwardLists,
    private readonly prints: PrintChecks,
    private readonly proposals: ProposalRepository,
    private readonly items: ProposalItemRepository,
    private readonly decisions: DecisionRepository,
    private readonly types: CertificateTypeRepository,
    private readonly numbering: NumberEntries,
    private readonly training: TrainingFacade,
    private readonly accounts: Accounts,
    private readonly views: ProposalViews,
    private readonly outbox: Outbox,
    private readonly progress: JobProgress,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  /** Who computed or submitted the list may not sign it (law 8). It cannot be undone. */
  async run(actor: Actor, proposalId: string, body: Body): Promise<ResponseOf<typeof signAward>> {
    const decisionId = await this.database.run(() => this.sign(actor, proposalId, body));
    return { decisionId, proposal: await this.views.read(actor, proposalId) };
  }

  private async sign(actor: Actor, proposalId: string, body: Body): Promise<string> {
    const reached = await this.reachable.locked(actor, 'award.sign', proposalId);
    await this.training.lockCohort(reached.cohort.id);
    await this.judge(actor, reached, body);
    const lines = await this.lines(proposalId);
    const decision = await this.decide(actor, reached, body);
    const entries = await this.enter(reached, decision, lines);
    await this.training.complete(
      reached.cohort.id,
      lines.map((line) => line.enrolmentId),
    );
    await this.startMaking(decision, entries.length);
    await this.audit.record({
      action: 'award.sign',
      subject: { kind: 'award_decision', id: decision.id },
      details: {
        proposalId,
        listHash: decision.listHash,
        count: entries.length,
        firstSerial: entries[0]?.serialNo,
        firstRegister: entries[0]?.registerNo,
      },
    });
    return decision.id;
  }

  private async judge(actor: Actor, reached: ReachedProposal, body: Body): Promise<void> {
    const { proposal, cohort } = reached;
    const standing = {
      state: proposal.state,
      listHash: proposal.listHash,
      eligibleCount: proposal.eligible,
    };
    const { done } = proposal;
    const command = { ...body, type: 'sign' as const };
    const context = { actorId: actor.accountId, done, currentHash: proposal.listHash };
    const early = decideAward(standing, command, context);
    if (!early.ok) throw awardError(early.error);
    checkSaid(body, cohort, this.clock.today());
    const { list } = await this.lists.of(await this.settings.of(cohort));
    const decided = decideAward(standing, command, { ...context, currentHash: list.listHash });
    if (!decided.ok) throw awardError(decided.error);
  }

  private async lines(proposalId: string): Promise<ListedLine[]> {
    const items = await this.items.of(proposalId);
    return items.flatMap(({ enrolmentId, position, printed }) =>
      position === null ? [] : [{ enrolmentId, position, printed }],
    );
  }

  private async decide(
    actor: Actor,
    { proposal, cohort }: ReachedProposal,
    body: Body,
  ): Promise<DecisionRow> {
    const names = await this.accounts.names([actor.accountId]);
    const decision: DecisionRow = {
      id: this.ids.next(),
      proposalId: proposal.id,
      issuerId: cohort.issuerId,
      decisionNo: body.decisionNo,
      decisionDate: body.decisionDate,
      issuedOn: this.clock.today(),
      place: body.place,
      signerId: actor.accountId,
      signerName: names.get(actor.accountId) ?? '',
      signerTitle: body.signerTitle,
      listHash: proposal.listHash,
      signedAt: this.clock.now(),
    };
    await this.decisions.add(decision);
    await this.proposals.setSigned(proposal.id);
    return decision;
  }

  private async enter(
    { proposal }: ReachedProposal,
    decision: DecisionRow,
    lines: readonly ListedLine[],
  ): Promise<readonly EntryRow[]> {
    const print = await this.prints.decisionPrint(decision.issuerId, decision);
    const layout = await this.prints.layout(proposal.layoutId);
    const people = lines.map((line) => line.printed);
    const refused = printError(this.prints.of(layout.body, print, people));
    if (refused !== null) throw refused;
    const [type] = await this.types.byIds([proposal.typeId]);
    if (type === undefined) throw awardError({ code: 'wrong-state', state: proposal.state });
    return this.numbering.run({ decision, type, editionId: proposal.editionId, print, lines });
  }

  private async startMaking({ id, signedAt }: DecisionRow, total: number): Promise<void> {
    await this.decisions.addBatch(id, total, signedAt);
    await this.progress.report({ key: batchKey(id), stage: 'number', done: total, total });
    await this.outbox.addMany(makeDocuments, chunksOf(id, total));
  }
}

/**
 * The number is typed twice. A decision is not dated ahead, nor before the last day of study; of study that was ended
 * early only its first day is known.
 */
function checkSaid(
  body: Body,
  { opensOn, closesOn }: ReachedProposal['cohort'],
  today: string,
): void {
  if (nfc(body.confirmation).trim() !== body.decisionNo) {
    const message = 'must repeat the number of the decision';
    throw new InvalidRequest([{ path: 'confirmation', code: 'custom', message }]);
  }
  if (body.decisionDate > today) {
    const message = 'must not lie in the future';
    throw new InvalidRequest([{ path: 'decisionDate', code: 'custom', message }]);
  }
  const earliest = closesOn <= today ? closesOn : opensOn;
  if (body.decisionDate < earliest) {
    const message = `must not lie before ${earliest}, when study ended`;
    throw new InvalidRequest([
      { path: 'decisionDate', code: 'custom', message, params: { earliest } },
    ]);
  }
}
