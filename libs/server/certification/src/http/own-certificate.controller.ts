import { Controller } from '@nestjs/common';
import {
  confirmPrintedData,
  downloadCertificate,
  readOwnCertificate,
  reportPrintedData,
  type InputOf,
} from '@cam-nang/contracts';
import {
  answer,
  CurrentActor,
  Endpoint,
  Input,
  RequirePermission,
  SignedIn,
  type Actor,
} from '@cam-nang/platform';
import { CertificateFiles } from '../queries/certificate-file.query.js';
import { OwnCertificate } from '../queries/own-certificate.query.js';
import { ConfirmPrinted } from '../use-cases/confirm-printed.js';

@Controller()
export class OwnCertificateController {
  constructor(
    private readonly ownCertificate: OwnCertificate,
    private readonly confirmPrinted: ConfirmPrinted,
    private readonly files: CertificateFiles,
  ) {}

  @Endpoint(readOwnCertificate)
  @RequirePermission('certificate.own')
  own(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof readOwnCertificate>) {
    return this.ownCertificate.run(actor, params.enrolmentId);
  }

  @Endpoint(confirmPrintedData)
  @RequirePermission('certificate.own')
  confirm(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof confirmPrintedData>,
  ) {
    return this.confirmPrinted.run(actor, params.enrolmentId, body);
  }

  @Endpoint(reportPrintedData)
  @RequirePermission('certificate.own')
  report(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof reportPrintedData>,
  ) {
    return this.confirmPrinted.report(actor, params.enrolmentId, body);
  }

  /** Holder or reader of certificates: which of the two is judged by the register line. */
  @Endpoint(downloadCertificate)
  @SignedIn()
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof downloadCertificate>,
  ) {
    return answer(await this.files.read(actor, params.entryId), { cacheControl: 'no-store' });
  }
}
