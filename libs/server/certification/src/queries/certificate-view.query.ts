import type { readOwnCertificate, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade, type EditionView } from '@cam-nang/curriculum';
import { DomainError, verificationAddress, type CertificatePrint } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { qrPath } from '../documents/qr-symbol.js';
import { CertificateTypeRepository } from '../persistence/certificate-type.repository.js';
import { DecisionRepository } from '../persistence/decision.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import type { EntryRow } from '../persistence/entry.repository.js';

/** A certificate as its holder sees it. */
export type CertificateView = NonNullable<ResponseOf<typeof readOwnCertificate>['certificate']>;

/** Certificates for their holders. */
@Injectable()
export class CertificateViews {
  constructor(
    private readonly types: CertificateTypeRepository,
    private readonly decisions: DecisionRepository,
    private readonly documents: DocumentRepository,
    private readonly curriculum: CurriculumFacade,
  ) {}

  async of(entry: EntryRow): Promise<CertificateView> {
    const [types, decision, document, editions, course, newer] = await Promise.all([
      this.types.byIds([entry.typeId]),
      this.decisions.byId(entry.decisionId),
      this.documents.of(entry.id),
      this.curriculum.editionViews([entry.editionId]),
      this.curriculum.courseByCode(entry.printed.courseCode),
      this.curriculum.newerThan(entry.editionId),
    ]);
    const [type] = types;
    const edition = editions.get(entry.editionId);
    if (type === undefined || decision === null || edition === undefined) {
      throw new DomainError('resource.not_found');
    }
    const { printed, serialNumber, registerNumber, verificationCode, issuedOn } = entry;
    return {
      ...{ serialNumber, registerNumber, verificationCode, issuedOn, edition },
      entryId: entry.id,
      fullName: printed.holderName,
      courseTitle: printed.courseTitle,
      courseTitleEn: course?.titleEn ?? null,
      noun: type.noun,
      nounEn: type.nounEn,
      hours: printed.hours,
      grade: printed.grade,
      verifyUrl: verificationAddress(printed),
      qr: qrPath(verificationAddress(printed)),
      paper: paperView(printed),
      newerEdition: newerView(newer),
      decisionNo: decision.decisionNo,
      decisionDate: decision.decisionDate,
      issuer: printed.issuer.name,
      documentReady: document !== null,
      sha256: document?.sha256 ?? null,
      bytes: document?.bytes ?? null,
    };
  }
}

function paperView(printed: CertificatePrint): CertificateView['paper'] {
  const { birthDate, organisation, mark, studiedFrom, studiedTo, issuer } = printed;
  return {
    ...{ birthDate, organisation, mark, studiedFrom, studiedTo },
    editionInForceFrom: printed.editionInForceFrom,
    placeAndDate: printed.placeAndDate,
    signerTitle: [...issuer.signerTitle],
    signerName: issuer.signerName,
    isSample: printed.sample,
  };
}

function newerView(newer: EditionView | null): CertificateView['newerEdition'] {
  if (newer === null || newer.forceFrom === null) return null;
  return { label: newer.label, effectiveFrom: newer.forceFrom };
}
