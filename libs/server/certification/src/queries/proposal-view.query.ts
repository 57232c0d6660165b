import type { readProposal, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import {
  DomainError,
  formatNumber,
  judgeDuty,
  parseNumberPattern,
  type Permission,
} from '@cam-nang/domain';
import { Accounts, Scope } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { CohortViews, TrainingFacade } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import {
  CertificateTypeRepository,
  type CertificateTypeRow,
} from '../persistence/certificate-type.repository.js';
import { DecisionRepository } from '../persistence/decision.repository.js';
import { EntryRepository } from '../persistence/entry.repository.js';
import { NumberSeriesRepository } from '../persistence/number-series.repository.js';
import type { ProposalRow } from '../persistence/proposal.repository.js';
import {
  ProposalItemRepository,
  type ProposalItem,
} from '../persistence/proposal-item.repository.js';
import { mayCompute } from '../policies/study-ended.js';
import { ReachableProposals, type ReachedProposal } from './reachable-proposal.query.js';

/** An award proposal with its lists, as screens show it. */
export type ProposalView = ResponseOf<typeof readProposal>;

type Allowed = ProposalView['allowed'];

type Acts = Pick<
  ProposalView,
  'computedAt' | 'computedBy' | 'submittedAt' | 'submittedBy' | 'previousComputedAt'
>;

/** Award proposals with everything a desk needs to judge them. */
@Injectable()
export class ProposalViews {
  constructor(
    private readonly reachable: ReachableProposals,
    private readonly cohorts: CohortViews,
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
    private readonly types: CertificateTypeRepository,
    private readonly items: ProposalItemRepository,
    private readonly decisions: DecisionRepository,
    private readonly entries: EntryRepository,
    private readonly series: NumberSeriesRepository,
    private readonly accounts: Accounts,
    private readonly scope: Scope,
  ) {}

  async read(actor: Actor, proposalId: string): Promise<ProposalView> {
    const reached = await this.reachable.of(actor, 'award.read', proposalId);
    const { proposal, cohort } = reached;
    const [heading, items, [decision]] = await Promise.all([
      this.heading(proposal),
      this.items.of(proposalId),
      this.decisions.byProposals([proposalId]),
    ]);
    const { type, edition, ruleSet } = heading;
    const decisionId = decision?.id ?? null;
    const eligible = items.filter((item) => item.position !== null);
    const { id, round, state, listHash, version, returnedReason } = proposal;
    return {
      ...{ id, round, state, listHash, version, returnedReason, edition, decisionId },
      cohort: await this.cohorts.one(actor, cohort),
      typeTitle: type.title,
      typeNoun: type.noun,
      typeNounEn: type.nounEn,
      ruleSet: { code: ruleSet.code, title: ruleSet.title.vi, titleEn: ruleSet.title.en },
      ...(await this.acts(proposal)),
      eligible: eligible.map(itemView),
      notEligible: items.filter((item) => item.position === null).map(itemView),
      grades: gradeCounts(
        eligible,
        ruleSet.grades.bands.map((band) => band.label.vi),
      ),
      changes: [...proposal.changes],
      checks: [...proposal.checks],
      ...(await this.serials(reached, type, decisionId)),
      allowed: await this.allowed(actor, reached),
    };
  }

  private async heading(proposal: ProposalRow) {
    const [[type], editions, ruleSet] = await Promise.all([
      this.types.byIds([proposal.typeId]),
      this.curriculum.editionViews([proposal.editionId]),
      this.training.ruleSetOf(proposal),
    ]);
    const edition = editions.get(proposal.editionId);
    if (type === undefined || edition === undefined) throw new DomainError('resource.not_found');
    return { type, edition, ruleSet };
  }

  /** Who did what when. */
  private async acts(proposal: ProposalRow): Promise<Acts> {
    const { computedBy, submittedBy, previousComputedAt, submittedAt } = proposal;
    const names = await this.accounts.names([computedBy, submittedBy ?? computedBy]);
    return {
      computedAt: proposal.computedAt.toISOString(),
      computedBy: names.get(computedBy) ?? '',
      submittedAt: submittedAt?.toISOString() ?? null,
      submittedBy: submittedBy === null ? null : (names.get(submittedBy) ?? ''),
      previousComputedAt: previousComputedAt?.toISOString() ?? null,
    };
  }

  /** The serial numbers a signature would take now; after it, those that it took. */
  private async serials(
    { proposal, cohort }: ReachedProposal,
    type: CertificateTypeRow,
    decisionId: string | null,
  ): Promise<Pick<ProposalView, 'nextSerial' | 'lastSerial'>> {
    const taken = decisionId === null ? null : await this.entries.ends(decisionId);
    if (taken !== null) {
      return { nextSerial: taken[0].serialNumber, lastSerial: taken[1].serialNumber };
    }
    const last = await this.series.lastSerial(type.id, cohort.issuerId);
    const text = (n: number) => serialText(type, n);
    return {
      nextSerial: text(last + 1),
      lastSerial: proposal.eligible === 0 ? null : text(last + proposal.eligible),
    };
  }

  private async allowed(actor: Actor, reached: ReachedProposal): Promise<Allowed> {
    const { proposal, cohort } = reached;
    const place = { unitId: cohort.ownerUnitId, courseId: cohort.courseId };
    const reaches = (permission: Permission) => this.scope.reaches(actor, permission, place);
    const [compute, submit, sign] = await Promise.all([
      reaches('award.compute'),
      reaches('award.submit'),
      reaches('award.sign'),
    ]);
    const whyNotSign = sign ? whyNotSigning(actor, proposal) : 'permission.denied';
    const blocked = proposal.checks.some((check) => check.blocking && !check.met);
    return {
      compute: compute && mayCompute(cohort.state) && proposal.state !== 'submitted',
      submit: submit && proposal.state === 'computed' && proposal.eligible > 0 && !blocked,
      sign: whyNotSign === null,
      return: sign && proposal.state === 'submitted',
      whyNotSign,
    };
  }
}

/** The error that signing would meet, or null: one of the closed list, so that screens have words for it. */
function whyNotSigning(actor: Actor, proposal: ProposalRow): string | null {
  if (proposal.state !== 'submitted') return 'award.wrong_state';
  if (!judgeDuty('award.sign', actor.accountId, proposal.done).allowed) {
    return 'permission.same_person';
  }
  return proposal.eligible === 0 ? 'award.nobody_eligible' : null;
}

function itemView(item: ProposalItem): ProposalView['eligible'][number] {
  const { fullName, birthDate, unitName } = item.printed;
  const { enrolmentId, position, mark, grade, conditions } = item;
  return {
    ...{ enrolmentId, position, mark, grade, fullName, birthDate, unitName },
    eligible: position !== null,
    unmet: conditions.filter((condition) => !condition.met),
  };
}

/** How many of each grade, the best first. */
function gradeCounts(
  eligible: readonly ProposalItem[],
  labels: readonly string[],
): ProposalView['grades'] {
  return [...labels].reverse().flatMap((grade) => {
    const count = eligible.filter((item) => item.grade === grade).length;
    return count === 0 ? [] : [{ grade, count }];
  });
}

function serialText(type: CertificateTypeRow, n: number): string {
  const parsed = parseNumberPattern('serial', type.serialPattern);
  return parsed.ok ? formatNumber(parsed.value, { n, year: 0, code: type.registerCode }) : '';
}
