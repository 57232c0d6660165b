import {
  calendarDate,
  DomainError,
  formatPaperDate,
  type CertificateLayout,
  type PrintRefusal,
} from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock, InjectConfig, type Config } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CertificateDocuments } from '../documents/certificate-documents.js';
import {
  CertificateTypeRepository,
  type LayoutRow,
} from '../persistence/certificate-type.repository.js';
import { paperOf, type DecisionPrint, type ListedPerson } from '../policies/award-print.js';
import { certifierOf, signerTitleLines } from '../policies/certifier.js';
import { dayText } from '../policies/paper-texts.js';

/** What a decision says, as the signer gives it. */
export interface DecisionTexts {
  readonly decisionNo: string;
  /** `YYYY-MM-DD`. */
  readonly decisionDate: string;
  readonly place: string;
  readonly signerName: string;
  readonly signerTitle: string;
}

/** Long texts in the place of those that only the signature brings. */
const NOT_SIGNED_YET: Omit<DecisionTexts, 'decisionDate'> = {
  decisionNo: '1234/QĐ-UBND',
  place: 'Thành phố Hồ Chí Minh',
  signerName: 'Nguyễn Thị Hoàng Phương',
  signerTitle: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
};

/** Papers before they have numbers: what a decision adds to them, and whether they can be printed. */
@Injectable()
export class PrintChecks {
  constructor(
    private readonly documents: CertificateDocuments,
    private readonly types: CertificateTypeRepository,
    private readonly organisations: OrganisationFacade,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** What the decision adds to each paper; issued today. */
  async decisionPrint(issuerId: string, texts: DecisionTexts): Promise<DecisionPrint> {
    const [issuer] = await this.organisations.organisations([issuerId]);
    if (issuer === undefined) throw new DomainError('resource.not_found');
    const today = calendarDate(this.clock.today());
    return {
      decision: { number: texts.decisionNo, date: dayText(texts.decisionDate) },
      issuer: {
        name: issuer.name,
        certifier: certifierOf(issuer),
        signerTitle: signerTitleLines(texts.signerTitle),
        signerName: texts.signerName,
      },
      issuedOn: today,
      placeAndDate: `${texts.place}, ${formatPaperDate(today)}`,
      publicUrl: this.config.PUBLIC_URL,
    };
  }

  /** What stands against printing a list before its decision is signed. */
  async beforeSigning(
    layout: CertificateLayout,
    issuerId: string,
    people: readonly ListedPerson[],
  ): Promise<PrintRefusal[]> {
    const texts = { ...NOT_SIGNED_YET, decisionDate: this.clock.today() };
    return this.of(layout, await this.decisionPrint(issuerId, texts), people);
  }

  /** What stands against printing a list under a decision; empty when all can be printed. */
  of(
    layout: CertificateLayout,
    decision: DecisionPrint,
    people: readonly ListedPerson[],
  ): PrintRefusal[] {
    const prints = people.map((person) => paperOf(person, decision));
    return this.documents.check(layout, prints);
  }

  /** The layout to print in; `resource.not_found` when none of its code is loaded. */
  async layoutNamed(code: string): Promise<LayoutRow> {
    const layout = await this.types.newestLayout(code);
    if (layout === null) throw new DomainError('resource.not_found', { layout: code });
    return layout;
  }

  async layout(id: string): Promise<LayoutRow> {
    const layout = await this.types.layout(id);
    if (layout === null) throw new DomainError('resource.not_found', { layout: id });
    return layout;
  }
}
