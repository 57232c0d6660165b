import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** Periods of a module that a person was not there for, of the meetings held. */
export interface AbsenceRow {
  readonly enrolmentId: string;
  readonly moduleNodeId: string;
  readonly periods: number;
}

/** Everything about a person that a board shows, in one text that differs when anything does. */
export interface TraceRow {
  readonly enrolmentId: string;
  readonly trace: string;
}

/** What boards ask across features. */
@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** The newest record of a person and meeting counts; who has none was not there. */
  absences(cohortId: string): Promise<AbsenceRow[]> {
    return this.database.query<AbsenceRow>(
      `select n.id as "enrolmentId", m.module_node_id as "moduleNodeId",
         sum(m.periods - least(m.periods, coalesce(r.present, 0)))::int as periods
       from class_meeting m
       join enrolment n on n.cohort_id = m.cohort_id
       left join lateral (select x.periods_present as present from attendance_record x
         where x.enrolment_id = n.id and x.meeting_id = m.id
         order by x.recorded_at desc, x.id desc limit 1) r on true
       where m.cohort_id = $1 and m.held and m.module_node_id is not null
       group by n.id, m.module_node_id
       having sum(m.periods - least(m.periods, coalesce(r.present, 0))) > 0`,
      [cohortId],
    );
  }

  /** @param onlineSince who was seen after this is at it now */
  traces(cohortId: string, onlineSince: Date): Promise<TraceRow[]> {
    return this.database.prepared<TraceRow>('insight-board-traces', TRACES, [
      cohortId,
      onlineSince,
    ]);
  }
}

const TRACES = `
  select n.id as "enrolmentId", concat_ws('|', n.state, n.printed_confirmed_at, p.full_name, p.birth_date, held.trace,
    (select concat(count(*), ' ', max(p.updated_at)) from lesson_progress p where p.enrolment_id = n.id),
    (select concat(count(*), ' ', count(a.closed_at), ' ', max(g.at)) from quiz_attempt a
      left join lateral (select max(x.graded_at) as at from grading x where x.attempt_id = a.id) g on true
      where a.enrolment_id = n.id),
    (select string_agg(concat(s.state, s.version, m.at), ' ' order by s.task_node_id) from report_submission s
      left join lateral (select max(x.marked_at) as at from report_mark x where x.submission_id = s.id) m on true
      where s.enrolment_id = n.id),
    (select concat(count(*), ' ', max(r.recorded_at)) from attendance_record r where r.enrolment_id = n.id),
    (select string_agg(c.module_node_id::text, ' ' order by c.module_node_id) from enrolment_choice c
      where c.enrolment_id = n.id),
    (select count(*) from survey_participation v where v.enrolment_id = n.id),
    exists (select 1 from account a join session s on s.account_id = a.id
      where a.person_id = n.person_id and s.ended_at is null and s.last_seen_at > $2)) as trace
  from enrolment n join person p on p.id = n.person_id
  cross join (select concat(count(*), ' ', sum(periods), ' ', string_agg(module_node_id::text, ' ' order by id)) as trace
    from class_meeting
    where cohort_id = $1 and held) held
  where n.cohort_id = $1 and n.state not in ('withdrawn', 'transferred')`;
