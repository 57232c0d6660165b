import type { readOwnCertificate, ResponseOf } from '@cam-nang/contracts';
import { Clock, type Actor } from '@cam-nang/platform';
import { hasConfirmed, TrainingFacade, type EnrolmentRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { EntryRepository, type EntryRow } from '../persistence/entry.repository.js';
import { ProposalRepository, type ProposalRow } from '../persistence/proposal.repository.js';
import { ProposalItemRepository } from '../persistence/proposal-item.repository.js';
import { conditionView, type ConditionView } from '../policies/condition-view.js';
import { AwardSettings, type AwardSetting } from './award-setting.query.js';
import { CertificateViews, type CertificateView } from './certificate-view.query.js';
import { Eligibility } from './eligibility.query.js';

type OwnCertificateView = ResponseOf<typeof readOwnCertificate>;

/** What a person was or would be judged by. */
interface Standing {
  readonly computedAt: Date;
  readonly conditions: readonly ConditionView[];
  readonly mark: number | null;
  readonly grade: string | null;
}

/** A trainee's own way to the certificate: every condition with its figures, later the paper itself. */
@Injectable()
export class OwnCertificate {
  constructor(
    private readonly training: TrainingFacade,
    private readonly settings: AwardSettings,
    private readonly eligibility: Eligibility,
    private readonly proposals: ProposalRepository,
    private readonly items: ProposalItemRepository,
    private readonly entries: EntryRepository,
    private readonly certificates: CertificateViews,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrolmentId: string): Promise<OwnCertificateView> {
    const { enrolment, cohort } = await this.training.own(actor.personId, enrolmentId);
    const setting = await this.settings.of(cohort);
    const [entry] = await this.entries.ofEnrolments([enrolmentId]);
    const proposals = await this.proposals.ofEnrolment(enrolmentId);
    const standing =
      (entry === undefined ? null : await this.judgedThen(proposals, entry)) ??
      (await this.judgedNow(setting, enrolment));
    const certificate = entry === undefined ? null : await this.certificates.of(entry);
    const { ruleSet } = setting;
    return {
      cohortCode: cohort.code,
      computedAt: standing.computedAt.toISOString(),
      ruleSet: {
        code: ruleSet.code,
        title: ruleSet.title.vi,
        titleEn: ruleSet.title.en,
        basis: ruleSet.issuedBasis,
      },
      conditions: [...standing.conditions],
      eligible: standing.conditions.every((condition) => condition.met),
      mark: standing.mark,
      grade: standing.grade,
      printed: printedData(enrolment, entry === undefined),
      award: await this.award(proposals, enrolmentId, certificate),
      certificate,
    };
  }

  /** What led to the award, as it was on the day: a later rule or fact changes nothing of it (law 7). */
  private async judgedThen(
    proposals: readonly ProposalRow[],
    entry: EntryRow,
  ): Promise<Standing | null> {
    const signed = proposals.find((one) => one.state === 'signed');
    const item = signed === undefined ? null : await this.items.one(signed.id, entry.enrolmentId);
    if (signed === undefined || item === null) return null;
    const { conditions, mark, grade } = item;
    return { computedAt: signed.computedAt, conditions, mark, grade };
  }

  private async judgedNow(setting: AwardSetting, enrolment: EnrolmentRow): Promise<Standing> {
    const judged = await this.eligibility.of(setting, [enrolment]);
    const evaluation = judged.get(enrolment.id)?.evaluation;
    return {
      computedAt: this.clock.now(),
      conditions: (evaluation?.conditions ?? []).map((one) => conditionView(one, setting.outline)),
      mark: evaluation?.mark ?? null,
      grade: evaluation?.grade?.label.vi ?? null,
    };
  }

  private async award(
    proposals: readonly ProposalRow[],
    enrolmentId: string,
    certificate: CertificateView | null,
  ): Promise<OwnCertificateView['award']> {
    if (certificate !== null) return certificate.documentReady ? 'issued' : 'signed';
    const [newest] = proposals;
    if (newest === undefined || newest.state === 'signed') return 'none';
    const item = await this.items.one(newest.id, enrolmentId);
    if (item === null || item.position === null) return 'none';
    return newest.state === 'submitted' ? 'submitted' : 'computed';
  }
}

/** What will be printed. A confirmation of something else counts as none. */
function printedData(enrolment: EnrolmentRow, open: boolean): OwnCertificateView['printed'] {
  const { fullName, birthDate, confirmedAt } = enrolment;
  const confirmed = hasConfirmed(enrolment);
  return {
    ...{ fullName, birthDate },
    confirmedAt: confirmed ? (confirmedAt?.toISOString() ?? null) : null,
    mayConfirm: open && !confirmed,
    reported: open ? enrolment.reported : null,
    mayReport: open,
  };
}
