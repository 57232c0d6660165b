import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export type EnrolmentState =
  | 'nominated'
  | 'confirmed'
  | 'studying'
  | 'completed'
  | 'not_completed'
  | 'withdrawn'
  | 'transferred';

/** Where the person served on the day, in the words of that day. */
export interface Placement {
  readonly unitName: string;
  readonly unitCode: string | null;
  readonly provinceName: string | null;
  readonly organisationName: string | null;
  readonly positionTitle: string | null;
}

export interface EnrolmentRow {
  readonly id: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly number: number;
  readonly state: EnrolmentState;
  readonly placement: Placement;
  readonly organisationId: string | null;
  readonly enrolledAt: Date;
  readonly extraMinutes: number;
  readonly fullName: string;
  readonly familyName: string;
  readonly middleName: string;
  readonly givenName: string;
  readonly birthDate: string | null;
  readonly accountId: string | null;
  readonly username: string | null;
  readonly hasSignedIn: boolean;
  readonly lastSeenAt: Date | null;
  readonly confirmed: { readonly fullName: string; readonly birthDate: string | null } | null;
  readonly confirmedAt: Date | null;
  /** What the person says is wrong with what will be printed; the time as ISO 8601. */
  readonly reported: { readonly note: string; readonly at: string } | null;
  /** Of this cohort or another. */
  readonly certified: boolean;
}

const SELECT = `select n.id, n.cohort_id as "cohortId", n.person_id as "personId", n.number, n.state, n.placement,
    n.organisation_id as "organisationId", n.enrolled_at as "enrolledAt", n.extra_minutes as "extraMinutes",
    p.full_name as "fullName", p.family_name as "familyName", p.middle_name as "middleName",
    p.given_name as "givenName", p.birth_date::text as "birthDate", a.id as "accountId", a.username,
    coalesce(a.password_changed_at is not null, false) as "hasSignedIn",
    (select max(s.last_seen_at) from session s where s.account_id = a.id) as "lastSeenAt",
    n.printed_confirmed as confirmed, n.printed_confirmed_at as "confirmedAt",
    n.printed_reported as reported,
    exists (select 1 from enrolment c where c.person_id = n.person_id and c.state = 'completed') as certified
  from enrolment n join person p on p.id = n.person_id left join account a on a.person_id = p.id`;

const NAME_ORDER = `p.given_name collate "vi-VN-x-icu", p.family_name collate "vi-VN-x-icu",
  p.middle_name collate "vi-VN-x-icu", p.birth_date nulls last, n.id`;

/** Who studies in which cohort, in the words of the day they were enrolled. */
@Injectable()
export class EnrolmentRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<EnrolmentRow | null> {
    const [row] = await this.database.query<EnrolmentRow>(`${SELECT} where n.id = $1`, [id]);
    return row ?? null;
  }

  /** Everyone of a cohort in Vietnamese name order. */
  ofCohort(cohortId: string): Promise<EnrolmentRow[]> {
    return this.database.query<EnrolmentRow>(
      `${SELECT} where n.cohort_id = $1 order by ${NAME_ORDER}`,
      [cohortId],
    );
  }

  /** Every enrolment of a person, the newest cohort first. */
  ofPerson(personId: string): Promise<EnrolmentRow[]> {
    return this.database.query<EnrolmentRow>(
      `${SELECT} join cohort c on c.id = n.cohort_id
       where n.person_id = $1 and n.state not in ('withdrawn', 'transferred')
       order by array_position(array['running', 'planned', 'study_ended', 'results_closed'], c.state) nulls last, c.opens_on desc`,
      [personId],
    );
  }

  /**
   * Adds an enrolment with the next number of the cohort and returns its id. Who was withdrawn is taken back in with
   * all that was studied; null when the person is in it.
   */
  async add(enrolment: {
    readonly id: string;
    readonly cohortId: string;
    readonly personId: string;
    readonly state: EnrolmentState;
    readonly placement: Placement;
    readonly organisationId: string | null;
    readonly at: Date;
    readonly by: string | null;
  }): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into enrolment (id, cohort_id, person_id, number, state, placement, organisation_id, enrolled_at, enrolled_by)
       values ($1, $2, $3, (select coalesce(max(number), 0) + 1 from enrolment where cohort_id = $2), $4, $5, $6, $7, $8)
       on conflict (cohort_id, person_id) do update
         set state = excluded.state, placement = excluded.placement, organisation_id = excluded.organisation_id
         where enrolment.state = 'withdrawn'
       returning id`,
      [
        enrolment.id,
        enrolment.cohortId,
        enrolment.personId,
        enrolment.state,
        JSON.stringify(enrolment.placement),
        enrolment.organisationId,
        enrolment.at,
        enrolment.by,
      ],
    );
    return row?.id ?? null;
  }

  async setState(id: string, state: EnrolmentState): Promise<void> {
    await this.database.query('update enrolment set state = $2 where id = $1', [id, state]);
  }

  /** Takes everyone of a cohort from one state to another. */
  async moveAll(cohortId: string, from: EnrolmentState, to: EnrolmentState): Promise<void> {
    await this.database.query(
      'update enrolment set state = $3 where cohort_id = $1 and state = $2',
      [cohortId, from, to],
    );
  }

  async confirmPrinted(
    id: string,
    printed: { readonly fullName: string; readonly birthDate: string | null },
    at: Date,
  ): Promise<void> {
    await this.database.query(
      `update enrolment set printed_confirmed = $2, printed_confirmed_at = $3, printed_reported = null
       where id = $1`,
      [id, JSON.stringify(printed), at],
    );
  }

  /** Keeps what the person says is wrong; what was confirmed before counts no longer. */
  async reportPrinted(id: string, note: string, at: Date): Promise<void> {
    await this.database.query(
      `update enrolment set printed_confirmed = null, printed_confirmed_at = null, printed_reported = $2
       where id = $1`,
      [id, JSON.stringify({ note, at: at.toISOString() })],
    );
  }

  /** Forgets what a person confirmed or said is wrong, save where it was printed; the enrolments concerned. */
  async unconfirmPrinted(personId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `update enrolment set printed_confirmed = null, printed_confirmed_at = null, printed_reported = null
       where person_id = $1 and state <> 'completed' returning id`,
      [personId],
    );
    return rows.map((row) => row.id);
  }

  async note(event: {
    readonly id: string;
    readonly enrolmentId: string;
    readonly event: string;
    readonly actorId: string | null;
    readonly at: Date;
    readonly payload: Readonly<Record<string, unknown>>;
  }): Promise<void> {
    await this.database.query(
      'insert into enrolment_event (id, enrolment_id, event, actor_id, at, payload) values ($1, $2, $3, $4, $5, $6)',
      [
        event.id,
        event.enrolmentId,
        event.event,
        event.actorId,
        event.at,
        JSON.stringify(event.payload),
      ],
    );
  }

  /** Modules chosen in the choice groups, by group. */
  async choices(
    enrolmentIds: readonly string[],
  ): Promise<
    { readonly enrolmentId: string; readonly groupCode: string; readonly moduleNodeId: string }[]
  > {
    return this.database.query(
      `select enrolment_id as "enrolmentId", group_code as "groupCode", module_node_id as "moduleNodeId"
       from enrolment_choice where enrolment_id = any($1::uuid[])`,
      [enrolmentIds],
    );
  }

  async choose(
    enrolmentId: string,
    groupCode: string,
    moduleNodeIds: readonly string[],
    at: Date,
  ): Promise<void> {
    await this.database.query(
      'delete from enrolment_choice where enrolment_id = $1 and group_code = $2',
      [enrolmentId, groupCode],
    );
    await this.database.query(
      `insert into enrolment_choice (enrolment_id, group_code, module_node_id, chosen_at)
       select $1, $2, node, $4 from unnest($3::uuid[]) as node`,
      [enrolmentId, groupCode, moduleNodeIds, at],
    );
  }
}
