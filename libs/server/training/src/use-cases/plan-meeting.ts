import { Inject, Injectable } from '@nestjs/common';
import type { addMeeting, InputOf } from '@cam-nang/contracts';
import { calendarDate, DomainError, refusalOfChange } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import type { CohortRow } from '../persistence/cohort.repository.js';
import { MeetingRepository, type MeetingRow } from '../persistence/meeting.repository.js';
import { demandAttendanceOpen } from '../policies/cohort-states.js';
import { meetingFacts } from '../policies/meeting-facts.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';
import { ListMeetings, type MeetingView } from '../queries/list-meetings.query.js';

type Plan = InputOf<typeof addMeeting>['body'];

/** Plans class meetings, and puts right what was planned wrong until the results are closed. */
@Injectable()
export class PlanMeeting {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingRepository,
    private readonly reachable: ReachableCohort,
    private readonly views: ListMeetings,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  add(actor: Actor, cohortId: string, plan: Plan): Promise<MeetingView> {
    return this.database.run(async () => {
      const cohort = await this.reachable.locked(actor, 'cohort.manage', cohortId);
      demandAttendanceOpen(cohort);
      await this.demandPlace(cohort, plan, null);
      const id = this.ids.next();
      const place = { id, cohortId, held: false, createdBy: actor.accountId };
      if (!(await this.meetings.add({ ...plan, ...place }))) throw taken(plan);
      await this.note('meeting.add', id, { cohortId });
      return this.view(cohort, id);
    });
  }

  /** What a roll was taken by stays: its periods, and that its day has come. */
  change(actor: Actor, meetingId: string, plan: Plan): Promise<MeetingView> {
    return this.database.run(async () => {
      const { meeting, cohort } = await this.within(actor, meetingId);
      await this.demandPlace(cohort, plan, meeting);
      const refusal = refusalOfChange(
        { ...meeting, onDate: calendarDate(meeting.onDate) },
        { ...plan, onDate: calendarDate(plan.onDate) },
        calendarDate(this.clock.today()),
      );
      if (refusal?.code === 'periods-counted')
        throw new DomainError('meeting.roll_taken', { periods: refusal.periods });
      if (refusal !== null) throw new DomainError('meeting.roll_ahead', { onDate: plan.onDate });
      const facts = meetingFacts(meeting, plan);
      if (Object.keys(facts).length > 0) {
        if (!(await this.meetings.change(meetingId, plan))) throw taken(plan);
        await this.note('meeting.change', meetingId, { cohortId: cohort.id, ...facts });
      }
      return this.view(cohort, meetingId);
    });
  }

  /** Only a meeting without a roll can be taken out: records of presence are kept for ever. */
  remove(actor: Actor, meetingId: string): Promise<{ done: true }> {
    return this.database.run(async () => {
      const { meeting, cohort } = await this.within(actor, meetingId);
      if (meeting.held || !(await this.meetings.remove(meetingId)))
        throw new DomainError('meeting.roll_taken', { periods: meeting.periods });
      const { onDate, halfDay, periods, topic, place } = meeting;
      const facts = { cohortId: cohort.id, onDate, halfDay, periods, topic, place };
      await this.note('meeting.remove', meetingId, facts);
      return { done: true };
    });
  }

  private async within(
    actor: Actor,
    meetingId: string,
  ): Promise<{ readonly meeting: MeetingRow; readonly cohort: CohortRow }> {
    const found = await this.meetings.byId(meetingId);
    if (found === null) throw new DomainError('resource.not_found');
    const cohort = await this.reachable.locked(actor, 'cohort.manage', found.cohortId);
    const meeting = await this.meetings.byId(meetingId);
    if (meeting === null) throw new DomainError('resource.not_found');
    demandAttendanceOpen(cohort);
    return { meeting, cohort };
  }

  /** Within the days of the cohort, about a module of its edition or about what it was about before. */
  private async demandPlace(
    cohort: CohortRow,
    { onDate, moduleNodeId }: Plan,
    before: MeetingRow | null,
  ): Promise<void> {
    const { opensOn, closesOn } = cohort;
    if (onDate < opensOn || onDate > closesOn)
      throw new DomainError('meeting.outside_cohort', { opensOn, closesOn });
    if (moduleNodeId === null || moduleNodeId === before?.moduleNodeId) return;
    const modules = await this.views.modulesOf(cohort);
    if (!modules.some(({ nodeId }) => nodeId === moduleNodeId))
      throw new DomainError('resource.not_found', { moduleNodeId });
  }

  private async view(cohort: CohortRow, meetingId: string): Promise<MeetingView> {
    const view = await this.views.one(cohort, meetingId);
    if (view === undefined) throw new DomainError('resource.not_found');
    return view;
  }

  private note(action: string, id: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action, subject: { kind: 'meeting', id }, details });
  }
}

function taken({ onDate, halfDay }: Plan): DomainError {
  return new DomainError('meeting.half_day_taken', { onDate, halfDay });
}
