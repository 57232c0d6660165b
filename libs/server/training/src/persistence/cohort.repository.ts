import { Injectable } from '@nestjs/common';
import { Database, dateInHanoi } from '@cam-nang/platform';

export type CohortState =
  'planned' | 'running' | 'study_ended' | 'results_closed' | 'certified' | 'archived' | 'cancelled';

export interface CohortRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly courseId: string;
  readonly ownerUnitId: string;
  readonly issuerId: string;
  readonly ruleSetId: string;
  readonly managerId: string | null;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly capacity: number;
  readonly place: string;
  readonly state: CohortState;
  /** The day on which its results were closed; later errata do not reach it. */
  readonly resultsClosedOn: string | null;
  /** The moment of that day; null where it is not known any more. */
  readonly resultsClosedAt: Date | null;
  readonly isSample: boolean;
  /** The edition the cohort was last pinned to by an act. */
  readonly pinnedEditionId: string;
  readonly enrolled: number;
  readonly communes: number;
  /** People who said that what will be printed about them is wrong. */
  readonly reported: number;
}

export interface NewCohort {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly courseId: string;
  readonly ownerUnitId: string;
  readonly issuerId: string;
  readonly ruleSetId: string;
  readonly managerId: string | null;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly capacity: number;
  readonly place: string;
  readonly state: CohortState;
  readonly isSample: boolean;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

const SELECT = `select c.id, c.code, c.title, c.course_id as "courseId", c.owner_unit_id as "ownerUnitId",
    c.issuer_id as "issuerId", c.rule_set_id as "ruleSetId", c.manager_id as "managerId",
    c.opens_on::text as "opensOn", c.closes_on::text as "closesOn", c.capacity, c.place, c.state,
    c.results_closed_on::text as "resultsClosedOn", c.results_closed_at as "resultsClosedAt",
    c.is_sample as "isSample", pin.edition_id as "pinnedEditionId",
    counts.enrolled, counts.communes, counts.reported
  from cohort c
  join lateral (select edition_id from cohort_edition e where e.cohort_id = c.id
    order by lower(e.during) desc limit 1) pin on true
  cross join lateral (select count(*)::int as enrolled,
      count(distinct n.placement->>'unitName')::int as communes,
      count(n.printed_reported)::int as reported
    from enrolment n where n.cohort_id = c.id and n.state not in ('withdrawn', 'transferred')) counts`;

/** Cohorts and the editions they are pinned to. */
@Injectable()
export class CohortRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<CohortRow | null> {
    const [row] = await this.database.query<CohortRow>(`${SELECT} where c.id = $1`, [id]);
    return row ?? null;
  }

  byIds(ids: readonly string[]): Promise<CohortRow[]> {
    return this.database.query<CohortRow>(`${SELECT} where c.id = any($1::uuid[])`, [ids]);
  }

  list(filter: {
    readonly roots: readonly string[];
    readonly today: string;
    readonly state: CohortState | null;
    readonly search: string | null;
    readonly courseId: string | null;
  }): Promise<CohortRow[]> {
    return this.database.query<CohortRow>(
      `${SELECT}
       where c.owner_unit_id in (select units_under($1::uuid[], $2::date))
         and ($3::text is null or c.state = $3)
         and ($4::text is null or c.code ilike '%' || $4 || '%' or c.title ilike '%' || $4 || '%')
         and ($5::uuid is null or c.course_id = $5)
       order by array_position(array['running', 'planned', 'study_ended', 'results_closed', 'certified', 'archived', 'cancelled'], c.state),
         c.opens_on desc, c.code limit 300`,
      [filter.roots, filter.today, filter.state, filter.search, filter.courseId],
    );
  }

  /** Cohorts of a course that run. */
  running(courseId: string): Promise<CohortRow[]> {
    return this.database.query<CohortRow>(
      `${SELECT} where c.course_id = $1 and c.state = 'running'`,
      [courseId],
    );
  }

  /** Locks the cohort until the transaction ends, so that capacity and state hold. */
  async lock(id: string): Promise<void> {
    await this.database.query('select 1 from cohort where id = $1 for update', [id]);
  }

  /** Locks every cohort that a person is or was in, always in the same order, and returns their ids. */
  async lockOfPerson(personId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from cohort where id in (select cohort_id from enrolment where person_id = $1)
       order by id for update`,
      [personId],
    );
    return rows.map((row) => row.id);
  }

  /** Keeps the state of an enrolment's cohort as it is until the transaction ends; several may do so at once. */
  async hold(enrolmentId: string): Promise<void> {
    await this.database.query(
      'select 1 from cohort where id = (select cohort_id from enrolment where id = $1) for share',
      [enrolmentId],
    );
  }

  /** Adds a cohort; false when the code is taken. */
  async add(cohort: NewCohort): Promise<boolean> {
    const rows = await this.database.query(
      `insert into cohort (id, code, title, course_id, owner_unit_id, issuer_id, rule_set_id, manager_id,
         opens_on, closes_on, capacity, place, state, is_sample, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (code) do nothing returning id`,
      [
        cohort.id,
        cohort.code,
        cohort.title,
        cohort.courseId,
        cohort.ownerUnitId,
        cohort.issuerId,
        cohort.ruleSetId,
        cohort.managerId,
        cohort.opensOn,
        cohort.closesOn,
        cohort.capacity,
        cohort.place,
        cohort.state,
        cohort.isSample,
        cohort.createdAt,
        cohort.createdBy,
      ],
    );
    return rows.length === 1;
  }

  /** Pins a cohort to an edition from an instant on. */
  async pin(pin: {
    readonly cohortId: string;
    readonly editionId: string;
    readonly from: Date;
    readonly cause: 'opened' | 'imported';
    readonly decidedBy: string | null;
  }): Promise<void> {
    await this.database.query(
      `insert into cohort_edition (cohort_id, edition_id, during, cause, decided_by)
       values ($1, $2, tstzrange($3, null), $4, $5)`,
      [pin.cohortId, pin.editionId, pin.from, pin.cause, pin.decidedBy],
    );
  }

  async setState(id: string, state: CohortState): Promise<void> {
    await this.database.query('update cohort set state = $2 where id = $1', [id, state]);
  }

  /**
   * Moves a cohort to a state in which its results no longer change; the first closing of them is kept. The day is
   * that of the moment: asked for one after the other, they might lie on both sides of midnight.
   */
  async close(id: string, state: 'results_closed' | 'certified', at: Date): Promise<void> {
    await this.database.query(
      `update cohort set state = $2, results_closed_on = coalesce(results_closed_on, $3),
         results_closed_at = case when results_closed_on is null then $4 else results_closed_at end
       where id = $1`,
      [id, state, dateInHanoi(at), at],
    );
  }

  /** Number of cohorts of a unit and year, to suggest a code. */
  async countOpened(year: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from cohort where to_char(opens_on, 'YYYY') = $1`,
      [year],
    );
    return row?.n ?? 0;
  }
}
