import { Injectable } from '@nestjs/common';
import type { listMeetings, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { Scope } from '@cam-nang/identity';
import { Clock, type Actor } from '@cam-nang/platform';
import type { CohortRow } from '../persistence/cohort.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import {
  MeetingRepository,
  type AttendanceRow,
  type MeetingRow,
} from '../persistence/meeting.repository.js';
import { takesAttendance } from '../policies/cohort-states.js';
import { editionTime } from '../policies/edition-day.js';
import { ReachableCohort } from './reachable-cohort.js';

type Answer = ResponseOf<typeof listMeetings>;
export type MeetingView = Answer['meetings'][number];

/** Class meetings of a cohort with the records that count. */
@Injectable()
export class ListMeetings {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly curriculum: CurriculumFacade,
    private readonly reachable: ReachableCohort,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, cohortId: string): Promise<Answer> {
    const cohort = await this.reachable.of(actor, 'cohort.read', cohortId);
    const people = await this.enrolments.ofCohort(cohortId);
    const place = { unitId: cohort.ownerUnitId, courseId: cohort.courseId };
    const open = takesAttendance(cohort.state);
    const [mayAdd, mayRecord, modules] = await Promise.all([
      this.scope.reaches(actor, 'cohort.manage', place),
      this.scope.reaches(actor, 'attendance.record', place),
      this.modulesOf(cohort),
    ]);
    return {
      meetings: await this.of(cohort, modules),
      people: people
        .filter((person) => person.state !== 'withdrawn')
        .map((person) => ({
          enrolmentId: person.id,
          fullName: person.fullName,
          unitName: person.placement.unitName,
        })),
      modules,
      allowed: { add: mayAdd && open, record: mayRecord && open },
    };
  }

  async one(cohort: CohortRow, meetingId: string): Promise<MeetingView | undefined> {
    const meetings = await this.of(cohort, await this.modulesOf(cohort));
    return meetings.find((meeting) => meeting.id === meetingId);
  }

  private async of(cohort: CohortRow, modules: Answer['modules']): Promise<MeetingView[]> {
    const [rows, records, people] = await Promise.all([
      this.meetings.ofCohort(cohort.id),
      this.meetings.latest(cohort.id),
      this.enrolments.ofCohort(cohort.id),
    ]);
    const names = new Map(people.map((person) => [person.id, person.fullName]));
    const codes = new Map(modules.map((module) => [module.nodeId, module.code]));
    return rows.map((row) => present(row, records, names, codes));
  }

  /** Modules of the edition that the cohort goes by, in reading order. */
  async modulesOf(cohort: CohortRow): Promise<Answer['modules']> {
    const editions = await this.curriculum.editionsApplying(
      [cohort.pinnedEditionId],
      editionTime(cohort, this.clock.today()),
    );
    const edition = editions.get(cohort.pinnedEditionId);
    const nodes = edition === undefined ? [] : await this.curriculum.outline(edition.id);
    return nodes.flatMap(({ kind, nodeId, code, title }) =>
      kind === 'module' && code !== null ? [{ nodeId, code, title }] : [],
    );
  }
}

function present(
  row: MeetingRow,
  records: readonly AttendanceRow[],
  names: ReadonlyMap<string, string>,
  codes: ReadonlyMap<string, string>,
): MeetingView {
  const { cohortId: _, ...meeting } = row;
  return {
    ...meeting,
    moduleCode: row.moduleNodeId === null ? null : (codes.get(row.moduleNodeId) ?? null),
    marks: records
      .filter((record) => record.meetingId === row.id)
      .map((record) => ({
        enrolmentId: record.enrolmentId,
        periodsPresent: record.periodsPresent,
        excused: record.excused,
        note: record.note,
        fullName: names.get(record.enrolmentId) ?? '',
        recordedAt: record.recordedAt.toISOString(),
      })),
  };
}
