import { Injectable } from '@nestjs/common';
import type { listReports, readSubmission, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, type Permission } from '@cam-nang/domain';
import { Accounts, Scope } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow, type EnrolmentRow } from '@cam-nang/training';
import { ReportRepository, type SubmissionRow } from '../persistence/report.repository.js';
import {
  inHundredths,
  presentMark,
  reportPassed,
  ReportViews,
  type ReportTask,
} from './report-view.js';

/** A report as its markers see it. */
export type SubmissionView = ResponseOf<typeof readSubmission>;
type ListRow = ResponseOf<typeof listReports>['reports'][number];

/** A submission with everything around it. */
export interface FoundSubmission {
  readonly row: SubmissionRow;
  readonly enrolment: EnrolmentRow;
  readonly cohort: CohortRow;
  readonly task: ReportTask;
}

/** True while reports of a cohort may be marked: afterwards its results are closed. */
export function takesMarks({ state }: Pick<CohortRow, 'state'>): boolean {
  return state === 'running' || state === 'study_ended';
}

/** Reports of a cohort for those who mark or follow it. */
@Injectable()
export class MarkerReports {
  constructor(
    private readonly reports: ReportRepository,
    private readonly views: ReportViews,
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
    private readonly accounts: Accounts,
    private readonly scope: Scope,
  ) {}

  async list(actor: Actor, cohortId: string): Promise<ResponseOf<typeof listReports>> {
    const cohort = await this.reached(actor, 'report.read', cohortId);
    const edition = await this.training.editionOf(cohort);
    const outline = await this.curriculum.outline(edition.id);
    const tasks = await Promise.all(
      outline
        .filter((node) => node.kind === 'report-task')
        .map((node) => this.views.taskOf(cohort, node.nodeId)),
    );
    const people = (await this.training.enrolmentsOf(cohortId)).filter(
      (person) => person.state !== 'withdrawn',
    );
    const rows = await this.reports.ofEnrolments(people.map((person) => person.id));
    const marks = await this.reports.latestMarks(rows.map((row) => row.id));
    return {
      reports: tasks.flatMap((task) =>
        people.map((person) => {
          const row = rows.find(
            (one) => one.enrolmentId === person.id && one.taskNodeId === task.nodeId,
          );
          return listRow(person, task, row, row === undefined ? undefined : marks.get(row.id));
        }),
      ),
      allowed: { mark: await this.mayMark(actor, cohort) },
    };
  }

  async read(actor: Actor, submissionId: string): Promise<SubmissionView> {
    const row = await this.reports.byId(submissionId);
    const found = await this.around(actor, 'report.read', row);
    const { enrolment, cohort, task } = found;
    const marks = await this.reports.marksOf(submissionId);
    const names = await this.accounts.names(marks.map((mark) => mark.markerId));
    const view = await this.views.view(task, found.row, cohort);
    const isOwn = enrolment.personId === actor.personId;
    return {
      ...view,
      text: found.row.state === 'draft' ? '' : view.text,
      fullName: enrolment.fullName,
      unitName: enrolment.placement.unitName,
      enrolmentId: enrolment.id,
      cohortId: cohort.id,
      marks: marks.map((mark) => ({
        ...presentMark(mark, task.meta),
        markedBy: names.get(mark.markerId) ?? '',
      })),
      allowed: { mark: !isOwn && (await this.mayMark(actor, cohort)), isOwn },
    };
  }

  /** A submission within reach of the permission; elsewhere it does not exist. */
  async around(
    actor: Actor,
    permission: Permission,
    row: SubmissionRow | null,
  ): Promise<FoundSubmission> {
    const enrolment = row === null ? null : await this.training.enrolment(row.enrolmentId);
    if (row === null || enrolment === null) throw new DomainError('resource.not_found');
    const cohort = await this.reached(actor, permission, enrolment.cohortId);
    return { row, enrolment, cohort, task: await this.views.taskOf(cohort, row.taskNodeId) };
  }

  private async mayMark(actor: Actor, cohort: CohortRow): Promise<boolean> {
    return takesMarks(cohort) && (await this.scope.reaches(actor, 'report.mark', placeOf(cohort)));
  }

  private async reached(
    actor: Actor,
    permission: Permission,
    cohortId: string,
  ): Promise<CohortRow> {
    const cohort = await this.training.cohort(cohortId);
    if (cohort === null) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, permission, placeOf(cohort));
    return cohort;
  }
}

function placeOf({ ownerUnitId, courseId }: CohortRow) {
  return { unitId: ownerUnitId, courseId };
}

function standing(
  row: SubmissionRow | undefined,
): Pick<ListRow, 'submissionId' | 'state' | 'words' | 'submittedAt'> {
  if (row === undefined) return { submissionId: null, state: 'none', words: 0, submittedAt: null };
  const submittedAt = row.submittedAt?.toISOString() ?? null;
  return { submissionId: row.id, state: row.state, words: row.words, submittedAt };
}

function listRow(
  person: EnrolmentRow,
  task: ReportTask,
  row: SubmissionRow | undefined,
  mark: { readonly points: number } | undefined,
): ListRow {
  return {
    enrolmentId: person.id,
    fullName: person.fullName,
    unitName: person.placement.unitName,
    taskNodeId: task.nodeId,
    taskTitle: task.title,
    taskTitleEn: task.meta.titleEn,
    ...standing(row),
    points: mark?.points ?? null,
    maxPoints: inHundredths(task.meta.maxPoints),
    passed: mark === undefined ? null : reportPassed(mark, task.meta),
  };
}
