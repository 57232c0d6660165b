import { Injectable } from '@nestjs/common';
import { CurriculumFacade, type EditionView } from '@cam-nang/curriculum';
import { calendarDate, DomainError, type RuleSet } from '@cam-nang/domain';
import { Clock, Database, Ids, RequestContext } from '@cam-nang/platform';
import { CohortRepository, type CohortRow } from './persistence/cohort.repository.js';
import { EnrolmentRepository, type EnrolmentRow } from './persistence/enrolment.repository.js';
import { MeetingRepository, type MeetingRow } from './persistence/meeting.repository.js';
import { RuleSetRepository } from './persistence/rule-set.repository.js';
import { editionTime } from './policies/edition-day.js';

/** Presence of one person in periods; see AttendanceFacts of libs/domain. */
export interface AttendanceTotals {
  readonly planned: number;
  readonly present: number;
  readonly madeUp: number;
  readonly excused: number;
}

/** The few questions other features may ask about cohorts and enrolments. */
@Injectable()
export class TrainingFacade {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly meetings: MeetingRepository,
    private readonly ruleSets: RuleSetRepository,
    private readonly curriculum: CurriculumFacade,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  cohort(id: string): Promise<CohortRow | null> {
    return this.cohorts.byId(id);
  }

  /** Locks a cohort until the transaction ends: nobody of it is put right, and says something of what will be printed. */
  lockCohort(cohortId: string): Promise<void> {
    return this.cohorts.lock(cohortId);
  }

  /** Keeps the state of an enrolment's cohort as it is until the transaction ends; several may do so at once. */
  holdCohortOf(enrolmentId: string): Promise<void> {
    return this.cohorts.hold(enrolmentId);
  }

  cohortsOf(ids: readonly string[]): Promise<CohortRow[]> {
    return this.cohorts.byIds(ids);
  }

  enrolment(id: string): Promise<EnrolmentRow | null> {
    return this.enrolments.byId(id);
  }

  /** Everyone of a cohort in Vietnamese name order, those who left included. */
  enrolmentsOf(cohortId: string): Promise<EnrolmentRow[]> {
    return this.enrolments.ofCohort(cohortId);
  }

  /** A person's own enrolments, running cohorts first. */
  enrolmentsOfPerson(personId: string): Promise<EnrolmentRow[]> {
    return this.enrolments.ofPerson(personId);
  }

  /** One's own enrolment with its cohort; anyone else's is not found. */
  async own(
    personId: string,
    enrolmentId: string,
  ): Promise<{ enrolment: EnrolmentRow; cohort: CohortRow }> {
    const enrolment = await this.enrolments.byId(enrolmentId);
    if (enrolment === null || enrolment.personId !== personId || enrolment.state === 'withdrawn') {
      throw new DomainError('resource.not_found');
    }
    const cohort = await this.cohorts.byId(enrolment.cohortId);
    if (cohort === null) throw new DomainError('resource.not_found');
    return { enrolment, cohort };
  }

  /**
   * The edition a cohort goes by: of the major it is pinned to, the erratum level that applies. Errata reach running
   * cohorts by their dates alone; one whose results are closed stays with the level of that moment.
   */
  async editionOf(
    cohort: Pick<CohortRow, 'pinnedEditionId' | 'resultsClosedOn' | 'resultsClosedAt'>,
  ): Promise<EditionView> {
    const time = editionTime(cohort, this.clock.today());
    const editions = await this.curriculum.editionsApplying([cohort.pinnedEditionId], time);
    const edition = editions.get(cohort.pinnedEditionId);
    if (edition === undefined) throw new DomainError('resource.not_found');
    return edition;
  }

  /** The rule set a cohort is judged by, as the rules want it. */
  async ruleSetOf(
    cohort: Pick<CohortRow, 'ruleSetId'>,
  ): Promise<RuleSet & { readonly code: string; readonly issuedBasis: string | null }> {
    const [row] = await this.ruleSets.byIds([cohort.ruleSetId]);
    if (row === undefined) throw new DomainError('resource.not_found');
    const valid = {
      from: calendarDate(row.validFrom),
      to: row.validTo === null ? null : calendarDate(row.validTo),
    };
    return { ...row.parameters, id: row.id, valid, code: row.code, issuedBasis: row.issuedBasis };
  }

  /** Presence of people of a cohort, by enrolment. Planned are the periods of every meeting held so far. */
  async attendance(
    cohortId: string,
    enrolmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, AttendanceTotals>> {
    const [meetings, records] = await Promise.all([
      this.meetings.ofCohort(cohortId),
      this.meetings.latest(cohortId),
    ]);
    const held = new Map(
      meetings.filter((meeting) => meeting.held).map((meeting) => [meeting.id, meeting.periods]),
    );
    const planned = [...held.values()].reduce((sum, periods) => sum + periods, 0);
    const totals = new Map(
      enrolmentIds.map((id) => [id, { planned, present: 0, madeUp: 0, excused: 0 }]),
    );
    for (const record of records) {
      const own = totals.get(record.enrolmentId);
      const periods = held.get(record.meetingId);
      if (own === undefined || periods === undefined) continue;
      own.present += record.periodsPresent;
      if (record.excused) own.excused += periods - record.periodsPresent;
    }
    return totals;
  }

  /** Class meetings from a day on that were not held yet, in order. */
  async comingMeetings(cohortId: string, fromDay: string): Promise<MeetingRow[]> {
    const meetings = await this.meetings.ofCohort(cohortId);
    return meetings.filter((meeting) => !meeting.held && meeting.onDate >= fromDay);
  }

  /** Node ids of chosen elective modules, by enrolment. */
  async choices(
    enrolmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await this.enrolments.choices(enrolmentIds);
    const chosen = new Map<string, Set<string>>(enrolmentIds.map((id) => [id, new Set<string>()]));
    for (const row of rows) chosen.get(row.enrolmentId)?.add(row.moduleNodeId);
    return chosen;
  }

  /** Writes down which modules of a choice group a trainee takes. */
  choose(enrolmentId: string, groupCode: string, moduleNodeIds: readonly string[]): Promise<void> {
    return this.database.run(() =>
      this.enrolments.choose(enrolmentId, groupCode, moduleNodeIds, this.clock.now()),
    );
  }

  /** The person confirms what will be printed. */
  confirmPrinted(
    enrolmentId: string,
    printed: { readonly fullName: string; readonly birthDate: string | null },
  ): Promise<void> {
    return this.database.run(async () => {
      await this.enrolments.confirmPrinted(enrolmentId, printed, this.clock.now());
      await this.note(enrolmentId, 'printed-data-confirmed', {});
    });
  }

  /** The person says what is wrong with what will be printed. */
  reportPrinted(enrolmentId: string, note: string): Promise<void> {
    return this.database.run(async () => {
      await this.enrolments.reportPrinted(enrolmentId, note, this.clock.now());
      await this.note(enrolmentId, 'printed-data-reported', {});
    });
  }

  /** Marks the people of a signed decision as having completed, and their cohort as certified. */
  complete(cohortId: string, enrolmentIds: readonly string[]): Promise<void> {
    return this.database.run(async () => {
      for (const id of enrolmentIds) await this.enrolments.setState(id, 'completed');
      await this.cohorts.close(cohortId, 'certified', this.clock.now());
    });
  }

  note(
    enrolmentId: string,
    event: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.enrolments.note({
      id: this.ids.next(),
      enrolmentId,
      event,
      actorId: RequestContext.actor()?.accountId ?? null,
      at: this.clock.now(),
      payload,
    });
  }
}
