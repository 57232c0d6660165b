import type { ResponseOf, verifyCertificate } from '@cam-nang/contracts';
import { CurriculumFacade, type CourseRow, type EditionView } from '@cam-nang/curriculum';
import { normaliseVerificationCode } from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { AmendmentRepository, type AmendmentRow } from '../persistence/amendment.repository.js';
import {
  CertificateTypeRepository,
  type CertificateTypeRow,
} from '../persistence/certificate-type.repository.js';
import { DecisionRepository, type DecisionRow } from '../persistence/decision.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import { EntryRepository, type EntryRow } from '../persistence/entry.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { stateOf } from '../policies/verification-state.js';
import { amendmentView } from './register-rows.query.js';

/** What anyone may know of a certificate. */
export type VerificationView = ResponseOf<typeof verifyCertificate>;

type CertificateFacts = NonNullable<VerificationView['certificate']>;

/** What a line of the register is shown with. */
interface Around {
  readonly type: CertificateTypeRow | undefined;
  readonly decision: DecisionRow | null;
  readonly course: CourseRow | null;
  readonly edition: EditionView | undefined;
  readonly newer: EditionView | null;
  readonly amendments: readonly AmendmentRow[];
  readonly sha256: string | null;
  readonly gradeEn: string | null;
}

/** Answers whether a certificate is genuine. Nothing can be listed, and nothing but what is printed is said. */
@Injectable()
export class Verification {
  constructor(
    private readonly entries: EntryRepository,
    private readonly types: CertificateTypeRepository,
    private readonly decisions: DecisionRepository,
    private readonly documents: DocumentRepository,
    private readonly amendments: AmendmentRepository,
    private readonly proposals: ProposalRepository,
    private readonly curriculum: CurriculumFacade,
    private readonly training: TrainingFacade,
    private readonly organisations: OrganisationFacade,
    private readonly clock: Clock,
  ) {}

  /** The answer for a code as typed or scanned; the same for every code that is none. */
  async run(typed: string): Promise<VerificationView> {
    const code = normaliseVerificationCode(typed);
    const entry = code === null ? null : await this.entries.byCode(code);
    const checkedAt = this.clock.now().toISOString();
    if (entry === null) {
      const contact = await this.contact(await this.decisions.newestIssuer());
      return { state: 'not_found', checkedAt, certificate: null, contact };
    }
    const around = await this.around(entry);
    return {
      state: stateOf(around.amendments, around.newer !== null),
      checkedAt,
      certificate: facts(entry, around),
      contact: await this.contact(entry.issuerId),
    };
  }

  private async around(entry: EntryRow): Promise<Around> {
    const { typeId, decisionId, editionId, printed } = entry;
    const [types, decision, course, editions, newer, amendments, document] = await Promise.all([
      this.types.byIds([typeId]),
      this.decisions.byId(decisionId),
      this.curriculum.courseByCode(printed.courseCode),
      this.curriculum.editionViews([editionId]),
      this.curriculum.newerThan(editionId),
      this.amendments.ofEntries([entry.id]),
      this.documents.of(entry.id),
    ]);
    return {
      type: types[0],
      decision,
      course,
      edition: editions.get(editionId),
      newer,
      amendments,
      sha256: document?.sha256 ?? null,
      gradeEn: await this.gradeEn(decision, printed.grade),
    };
  }

  /** The English word of the band, as the rule set of the award has it. */
  private async gradeEn(decision: DecisionRow | null, grade: string | null) {
    const proposal = decision === null ? null : await this.proposals.byId(decision.proposalId);
    if (grade === null || proposal === null) return null;
    const { grades } = await this.training.ruleSetOf(proposal);
    return grades.bands.find((band) => band.label.vi === grade)?.label.en ?? null;
  }

  private async contact(issuerId: string | null): Promise<VerificationView['contact']> {
    const [issuer] = issuerId === null ? [] : await this.organisations.organisations([issuerId]);
    return { name: issuer?.name ?? 'Cẩm Nang', detail: issuer?.contact ?? null };
  }
}

function facts(entry: EntryRow, around: Around): CertificateFacts {
  const { printed, serialNumber, registerNumber, issuedOn } = entry;
  const { type, decision, course } = around;
  const { holderName, organisation, courseTitle, hours, grade, issuer, sample } = printed;
  return {
    ...{ serialNumber, registerNumber, issuedOn, courseTitle, hours, grade },
    noun: type?.noun ?? '',
    nounEn: type?.nounEn ?? '',
    fullName: holderName,
    unitName: organisation ?? '',
    courseTitleEn: course?.titleEn ?? null,
    gradeEn: around.gradeEn,
    decisionNo: printed.decision.number,
    decisionDate: decision?.decisionDate ?? issuedOn,
    issuer: issuer.name,
    signer: issuer.signerName,
    signerTitle: issuer.signerTitle.join(', '),
    edition: editionFacts(entry, around),
    documentSha256: around.sha256,
    amendments: around.amendments.map(publicAmendment),
    isSample: sample,
  };
}

/** That something was amended by which decision; why, and what stood there, is for the register's readers. */
function publicAmendment(row: AmendmentRow): CertificateFacts['amendments'][number] {
  return { ...amendmentView(row), oldValue: null, newValue: null, reason: '' };
}

function editionFacts(
  { printed }: EntryRow,
  { edition, newer }: Around,
): CertificateFacts['edition'] {
  return {
    ...issueFacts(edition),
    label: printed.editionLabel,
    manifestShort: printed.manifestHash,
    newer: newerFacts(newer, printed.courseCode),
  };
}

function issueFacts(
  edition: EditionView | undefined,
): Pick<CertificateFacts['edition'], 'decisionNo' | 'decisionDate' | 'effectiveFrom'> {
  if (edition === undefined) return { decisionNo: null, decisionDate: null, effectiveFrom: null };
  const { decisionNo, decisionDate, forceFrom, appliesFrom } = edition;
  return { decisionNo, decisionDate, effectiveFrom: forceFrom ?? appliesFrom };
}

function newerFacts(
  newer: EditionView | null,
  courseCode: string,
): CertificateFacts['edition']['newer'] {
  if (newer === null || newer.forceFrom === null) return null;
  return { label: newer.label, effectiveFrom: newer.forceFrom, courseCode };
}
