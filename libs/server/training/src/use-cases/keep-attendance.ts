import { Inject, Injectable } from '@nestjs/common';
import type { InputOf, recordAttendance } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import type { CohortRow } from '../persistence/cohort.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { MeetingRepository } from '../persistence/meeting.repository.js';
import { demandAttendanceOpen } from '../policies/cohort-states.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';
import { ListMeetings, type MeetingView } from '../queries/list-meetings.query.js';

/** Takes roll calls; a correction is a new record beside the old one. */
@Injectable()
export class KeepAttendance {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly reachable: ReachableCohort,
    private readonly views: ListMeetings,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  record(
    actor: Actor,
    meetingId: string,
    marks: InputOf<typeof recordAttendance>['body']['marks'],
  ): Promise<MeetingView> {
    return this.database.run(async () => {
      const meeting = await this.meetings.byId(meetingId);
      if (meeting === null) throw new DomainError('resource.not_found');
      const cohort = await this.reachable.locked(actor, 'attendance.record', meeting.cohortId);
      demandAttendanceOpen(cohort);
      if (meeting.onDate > this.clock.today())
        throw new DomainError('meeting.not_yet', { onDate: meeting.onDate });
      const people = new Set(
        (await this.enrolments.ofCohort(cohort.id)).map((person) => person.id),
      );
      for (const mark of marks) {
        if (!people.has(mark.enrolmentId))
          throw new DomainError('resource.not_found', { enrolmentId: mark.enrolmentId });
        if (mark.periodsPresent > meeting.periods) {
          throw new DomainError('request.invalid', {
            field: 'periodsPresent',
            most: meeting.periods,
          });
        }
      }
      const rows = marks.map((mark) => ({ ...mark, id: this.ids.next() }));
      await this.meetings.record(meetingId, rows, this.clock.now(), actor.accountId);
      await this.audit.record({
        action: 'meeting.record-attendance',
        subject: { kind: 'meeting', id: meetingId },
        details: { people: marks.length },
      });
      return this.view(cohort, meetingId);
    });
  }

  private async view(cohort: CohortRow, meetingId: string): Promise<MeetingView> {
    const view = await this.views.one(cohort, meetingId);
    if (view === undefined) throw new DomainError('resource.not_found');
    return view;
  }
}
