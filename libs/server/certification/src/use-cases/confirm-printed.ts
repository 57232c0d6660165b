import { Inject, Injectable } from '@nestjs/common';
import type { confirmPrintedData, InputOf, ResponseOf } from '@cam-nang/contracts';
import { DomainError, nfc } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { EntryRepository } from '../persistence/entry.repository.js';

/** The person confirms the name and date of birth that will be printed, exactly as they were shown. */
@Injectable()
export class ConfirmPrinted {
  constructor(
    private readonly database: Database,
    private readonly training: TrainingFacade,
    private readonly entries: EntryRepository,
    private readonly clock: Clock,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  /** Throws `request.stale` when the data have changed since, `award.wrong_state` after the award. */
  run(
    actor: Actor,
    enrolmentId: string,
    seen: InputOf<typeof confirmPrintedData>['body'],
  ): Promise<ResponseOf<typeof confirmPrintedData>> {
    return this.database.run(async () => {
      const { enrolment } = await this.training.own(actor.personId, enrolmentId);
      const { fullName, birthDate } = enrolment;
      if (nfc(seen.fullName) !== nfc(fullName) || seen.birthDate !== birthDate) {
        throw new DomainError('request.stale');
      }
      const entries = await this.entries.ofEnrolments([enrolmentId]);
      if (entries.length > 0) throw new DomainError('award.wrong_state', { state: 'signed' });
      await this.training.confirmPrinted(enrolmentId, { fullName, birthDate });
      await this.audit.record({
        action: 'certificate.confirm-printed',
        subject: { kind: 'enrolment', id: enrolmentId },
      });
      return { confirmedAt: this.clock.now().toISOString() };
    });
  }
}
