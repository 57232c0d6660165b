import { Controller } from '@nestjs/common';
import {
  addMeeting,
  changeMeeting,
  listMeetings,
  recordAttendance,
  removeMeeting,
  type InputOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { ListMeetings } from '../queries/list-meetings.query.js';
import { KeepAttendance } from '../use-cases/keep-attendance.js';
import { PlanMeeting } from '../use-cases/plan-meeting.js';

@Controller()
export class MeetingController {
  constructor(
    private readonly meetings: ListMeetings,
    private readonly plan: PlanMeeting,
    private readonly attendance: KeepAttendance,
  ) {}

  @Endpoint(listMeetings)
  @RequirePermission('cohort.read')
  list(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof listMeetings>) {
    return this.meetings.run(actor, input.params.cohortId);
  }

  @Endpoint(addMeeting)
  @RequirePermission('cohort.manage')
  add(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof addMeeting>) {
    return this.plan.add(actor, input.params.cohortId, input.body);
  }

  @Endpoint(changeMeeting)
  @RequirePermission('cohort.manage')
  change(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof changeMeeting>) {
    return this.plan.change(actor, input.params.meetingId, input.body);
  }

  @Endpoint(removeMeeting)
  @RequirePermission('cohort.manage')
  remove(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof removeMeeting>) {
    return this.plan.remove(actor, input.params.meetingId);
  }

  @Endpoint(recordAttendance)
  @RequirePermission('attendance.record')
  record(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof recordAttendance>) {
    return this.attendance.record(actor, input.params.meetingId, input.body.marks);
  }
}
