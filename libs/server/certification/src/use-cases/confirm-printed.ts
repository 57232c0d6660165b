import { Inject, Injectable } from '@nestjs/common';
import type {
  confirmPrintedData,
  InputOf,
  reportPrintedData,
  ResponseOf,
} from '@cam-nang/contracts';
import { DomainError, nfc } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { EntryRepository } from '../persistence/entry.repository.js';

/** What the person was shown: the name and date of birth that will be printed. */
type Seen = InputOf<typeof confirmPrintedData>['body'];

/** The person confirms what will be printed, exactly as it was shown, or says what is wrong with it. */
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
    seen: Seen,
  ): Promise<ResponseOf<typeof confirmPrintedData>> {
    return this.database.run(async () => {
      const shown = await this.demandAsSeen(actor, enrolmentId, seen);
      await this.training.confirmPrinted(enrolmentId, shown);
      await this.note('certificate.confirm-printed', enrolmentId);
      return { confirmedAt: this.clock.now().toISOString() };
    });
  }

  /** Whoever looks after the cohort finds it where the person is put right; throws as `run`. */
  report(
    actor: Actor,
    enrolmentId: string,
    { note, ...seen }: InputOf<typeof reportPrintedData>['body'],
  ): Promise<ResponseOf<typeof reportPrintedData>> {
    return this.database.run(async () => {
      await this.demandAsSeen(actor, enrolmentId, seen);
      await this.training.reportPrinted(enrolmentId, note);
      await this.note('certificate.report-printed', enrolmentId);
      return { reportedAt: this.clock.now().toISOString() };
    });
  }

  /** The cohort is held: a list that is being signed is signed first, and what is printed on it is not said to be wrong. */
  private async demandAsSeen(actor: Actor, enrolmentId: string, seen: Seen): Promise<Seen> {
    await this.training.holdCohortOf(enrolmentId);
    const { enrolment } = await this.training.own(actor.personId, enrolmentId);
    const { fullName, birthDate } = enrolment;
    if (nfc(seen.fullName) !== nfc(fullName) || seen.birthDate !== birthDate) {
      throw new DomainError('request.stale');
    }
    const entries = await this.entries.ofEnrolments([enrolmentId]);
    if (entries.length > 0) throw new DomainError('award.wrong_state', { state: 'signed' });
    return { fullName, birthDate };
  }

  private note(action: string, enrolmentId: string): Promise<void> {
    return this.audit.record({ action, subject: { kind: 'enrolment', id: enrolmentId } });
  }
}
