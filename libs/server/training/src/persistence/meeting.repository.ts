import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export type HalfDay = 'morning' | 'afternoon' | 'evening';

export interface MeetingRow {
  readonly id: string;
  readonly cohortId: string;
  readonly onDate: string;
  readonly halfDay: HalfDay;
  readonly periods: number;
  readonly moduleNodeId: string | null;
  readonly topic: string;
  readonly place: string;
  readonly held: boolean;
}

/** The latest record of a person at a meeting; the one that counts. */
export interface AttendanceRow {
  readonly meetingId: string;
  readonly enrolmentId: string;
  readonly periodsPresent: number;
  readonly excused: boolean;
  readonly makeUpFor: string | null;
  readonly note: string;
  readonly recordedAt: Date;
}

const COLUMNS = `id, cohort_id as "cohortId", on_date::text as "onDate", half_day as "halfDay", periods,
  module_node_id as "moduleNodeId", topic, place, held`;

/** Class meetings and who was there; records are only ever added. */
@Injectable()
export class MeetingRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<MeetingRow | null> {
    const [row] = await this.database.query<MeetingRow>(
      `select ${COLUMNS} from class_meeting where id = $1`,
      [id],
    );
    return row ?? null;
  }

  ofCohort(cohortId: string): Promise<MeetingRow[]> {
    return this.database.query<MeetingRow>(
      `select ${COLUMNS} from class_meeting where cohort_id = $1
       order by on_date, array_position(array['morning', 'afternoon', 'evening'], half_day)`,
      [cohortId],
    );
  }

  latest(cohortId: string): Promise<AttendanceRow[]> {
    return this.database.query<AttendanceRow>(
      `select distinct on (r.meeting_id, r.enrolment_id) r.meeting_id as "meetingId", r.enrolment_id as "enrolmentId",
         r.periods_present as "periodsPresent", r.excused, r.make_up_for as "makeUpFor", r.note, r.recorded_at as "recordedAt"
       from attendance_record r join class_meeting m on m.id = r.meeting_id
       where m.cohort_id = $1 order by r.meeting_id, r.enrolment_id, r.recorded_at desc, r.id desc`,
      [cohortId],
    );
  }

  /** Adds a meeting; false when that half-day has one. */
  async add(meeting: MeetingRow & { readonly createdBy: string | null }): Promise<boolean> {
    const rows = await this.database.query(
      `insert into class_meeting (id, cohort_id, on_date, half_day, periods, module_node_id, topic, place, held, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (cohort_id, on_date, half_day) do nothing returning id`,
      [
        meeting.id,
        meeting.cohortId,
        meeting.onDate,
        meeting.halfDay,
        meeting.periods,
        meeting.moduleNodeId,
        meeting.topic,
        meeting.place,
        meeting.held,
        meeting.createdBy,
      ],
    );
    return rows.length === 1;
  }

  /** Changes what was planned; false when that half-day has another meeting. */
  async change(id: string, plan: Omit<MeetingRow, 'id' | 'cohortId' | 'held'>): Promise<boolean> {
    const rows = await this.database.query(
      `update class_meeting m set on_date = $2, half_day = $3, periods = $4, module_node_id = $5,
         topic = $6, place = $7
       where id = $1 and not exists (select 1 from class_meeting o where o.cohort_id = m.cohort_id
         and o.on_date = $2 and o.half_day = $3 and o.id <> m.id)
       returning id`,
      [id, plan.onDate, plan.halfDay, plan.periods, plan.moduleNodeId, plan.topic, plan.place],
    );
    return rows.length === 1;
  }

  /** Takes a meeting out; false when presence was recorded at it or made up for it. */
  async remove(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `delete from class_meeting where id = $1
         and not exists (select 1 from attendance_record where meeting_id = $1 or make_up_for = $1)
       returning id`,
      [id],
    );
    return rows.length === 1;
  }

  async record(
    meetingId: string,
    marks: readonly {
      readonly id: string;
      readonly enrolmentId: string;
      readonly periodsPresent: number;
      readonly excused: boolean;
      readonly note: string;
    }[],
    at: Date,
    by: string,
  ): Promise<void> {
    await this.database.query(
      `insert into attendance_record (id, meeting_id, enrolment_id, periods_present, excused, note, recorded_at, recorded_by)
       select m.id, $1, m.enrolment, m.present, m.excused, m.note, $7, $8
       from unnest($2::uuid[], $3::uuid[], $4::int[], $5::boolean[], $6::text[]) as m(id, enrolment, present, excused, note)`,
      [
        meetingId,
        marks.map((mark) => mark.id),
        marks.map((mark) => mark.enrolmentId),
        marks.map((mark) => mark.periodsPresent),
        marks.map((mark) => mark.excused),
        marks.map((mark) => mark.note),
        at,
        by,
      ],
    );
    await this.database.query('update class_meeting set held = true where id = $1', [meetingId]);
  }
}
