import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';
import { presentEnrolment, type EnrolmentView } from '../queries/list-enrolments.query.js';

/** Takes a person out of a cohort; what was studied stays (law 2). */
@Injectable()
export class WithdrawEnrolment {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentRepository,
    private readonly reachable: ReachableCohort,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  run(actor: Actor, enrolmentId: string, reason: string): Promise<EnrolmentView> {
    return this.database.run(async () => {
      const row = await this.enrolments.byId(enrolmentId);
      if (row === null) throw new DomainError('resource.not_found');
      await this.reachable.locked(actor, 'enrolment.manage', row.cohortId);
      const active = ['nominated', 'confirmed', 'studying'].includes(row.state);
      if (!active) throw new DomainError('enrolment.not_active', { state: row.state });
      await this.enrolments.setState(enrolmentId, 'withdrawn');
      await this.enrolments.note({
        id: this.ids.next(),
        enrolmentId,
        event: 'withdrawn',
        actorId: actor.accountId,
        at: this.clock.now(),
        payload: { reason },
      });
      await this.audit.record({
        action: 'enrolment.withdraw',
        subject: { kind: 'enrolment', id: enrolmentId },
        details: { reason },
      });
      return presentEnrolment({ ...row, state: 'withdrawn' });
    });
  }
}
