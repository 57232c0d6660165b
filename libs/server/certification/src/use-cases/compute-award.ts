import { Inject, Injectable } from '@nestjs/common';
import { AssessmentFacade } from '@cam-nang/assessment';
import { decideAward, DomainError, type DoneAct } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import type { CohortRow } from '@cam-nang/training';
import { ProposalRepository, type ProposalRow } from '../persistence/proposal.repository.js';
import {
  ProposalItemRepository,
  type ProposalItem,
} from '../persistence/proposal-item.repository.js';
import { awardChanges, type AwardChangeView, type StoredLine } from '../policies/award-changes.js';
import { awardChecks, type AwardCheck } from '../policies/award-checks.js';
import { awardError } from '../policies/award-refusals.js';
import { hasStudyEnded, mayCompute } from '../policies/study-ended.js';
import { AwardLists, type CurrentAward } from '../queries/award-list.query.js';
import { AwardSettings, type AwardSetting } from '../queries/award-setting.query.js';
import { PrintChecks } from '../queries/print-check.query.js';
import { ProposalViews, type ProposalView } from '../queries/proposal-view.query.js';
import { ReachableProposals } from '../queries/reachable-proposal.query.js';

/** Computes the award list of a cohort, for the first time or again. Nothing is numbered. */
@Injectable()
export class ComputeAward {
  constructor(
    private readonly database: Database,
    private readonly reachable: ReachableProposals,
    private readonly assessment: AssessmentFacade,
    private readonly settings: AwardSettings,
    private readonly lists: AwardLists,
    private readonly prints: PrintChecks,
    private readonly proposals: ProposalRepository,
    private readonly items: ProposalItemRepository,
    private readonly views: ProposalViews,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  /** Attempts that ran out of time are closed and graded first, so that no result is missing. */
  async run(actor: Actor, cohortId: string): Promise<ProposalView> {
    const cohort = await this.reachable.cohort(actor, 'award.compute', cohortId);
    if (!mayCompute(cohort.state)) {
      throw new DomainError('cohort.wrong_state', { state: cohort.state });
    }
    await this.assessment.closeDue(cohortId);
    const proposalId = await this.database.run(() => this.compute(actor, cohort));
    return this.views.read(actor, proposalId);
  }

  private async compute(actor: Actor, cohort: CohortRow): Promise<string> {
    const setting = await this.settings.of(cohort);
    const open = await this.openRound(actor, cohort.id, setting);
    const award = await this.lists.of(setting);
    const layout = await this.prints.layoutNamed(setting.type.layoutCode);
    const people = award.list.eligible.map((line) => line.printed);
    const refusals = await this.prints.beforeSigning(layout.body, cohort.issuerId, people);
    const checks = awardChecks({
      people,
      unconfirmed: award.unconfirmed,
      certified: award.certified,
      refusals,
      studyEnded: hasStudyEnded(cohort, this.clock.today()),
    });
    await this.store(actor, { setting, open, award, layoutId: layout.id, checks });
    return open.id;
  }

  /** The round to compute: the open one, or a new one after the last was signed. */
  private async openRound(actor: Actor, cohortId: string, { type }: AwardSetting): Promise<Round> {
    const newest = await this.proposals.newest(cohortId, type.id);
    if (newest === null || newest.state === 'signed') {
      const round = (newest?.round ?? 0) + 1;
      return { id: this.ids.next(), round, before: null };
    }
    await this.proposals.lock(newest.id);
    const before = await this.proposals.byId(newest.id);
    if (before === null) throw new DomainError('resource.not_found');
    const decided = decideAward(
      { state: before.state, listHash: before.listHash, eligibleCount: before.eligible },
      { type: 'compute' },
      { actorId: actor.accountId, done: before.done, currentHash: before.listHash },
    );
    if (!decided.ok) throw awardError(decided.error);
    return { id: before.id, round: before.round, before };
  }

  private async store(actor: Actor, computed: Computed): Promise<void> {
    const { setting, open, award, layoutId, checks } = computed;
    const { before } = open;
    const changes = before === null ? [] : await this.changes(before, setting, award);
    const act: DoneAct = { act: 'award.compute', personId: actor.accountId };
    await this.proposals.save({
      id: open.id,
      cohortId: setting.cohort.id,
      typeId: setting.type.id,
      round: open.round,
      ruleSetId: setting.ruleSet.id,
      editionId: setting.edition.id,
      layoutId,
      listHash: award.list.listHash,
      computedAt: this.clock.now(),
      computedBy: actor.accountId,
      previousComputedAt: before?.computedAt ?? null,
      done: [...(before?.done ?? []), act],
      checks,
      changes,
    });
    await this.items.replace(open.id, award.items);
    await this.audit.record({
      action: 'award.compute',
      subject: { kind: 'award_proposal', id: open.id },
      details: {
        cohortId: setting.cohort.id,
        listHash: award.list.listHash,
        eligible: award.list.eligible.length,
        notEligible: award.list.notEligible.length,
      },
    });
  }

  private async changes(
    before: ProposalRow,
    setting: AwardSetting,
    award: CurrentAward,
  ): Promise<AwardChangeView[]> {
    const stored = await this.items.of(before.id);
    const missed = award.items.filter((item) => item.position === null);
    return awardChanges(
      { ruleSetId: before.ruleSetId, eligible: linesOf(stored) },
      { ruleSetId: setting.ruleSet.id, eligible: linesOf(award.items) },
      missed.map(({ enrolmentId, conditions }) => ({
        enrolmentId,
        unmet: conditions.find((condition) => !condition.met)?.code ?? null,
      })),
    );
  }
}

interface Round {
  readonly id: string;
  readonly round: number;
  /** The computation before, of the same round. */
  readonly before: ProposalRow | null;
}

interface Computed {
  readonly setting: AwardSetting;
  readonly open: Round;
  readonly award: CurrentAward;
  readonly layoutId: string;
  readonly checks: readonly AwardCheck[];
}

function linesOf(items: readonly ProposalItem[]): StoredLine[] {
  return items.flatMap(({ position, ...item }) =>
    position === null ? [] : [{ ...item, position }],
  );
}
