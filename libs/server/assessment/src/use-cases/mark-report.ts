import { Inject, Injectable } from '@nestjs/common';
import type {
  InputOf,
  listReports,
  markReport,
  readSubmission,
  ResponseOf,
} from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, type Permission, type ReportTaskMeta } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import { TrainingFacade, type CohortRow, type EnrolmentRow } from '@cam-nang/training';
import { ReportRepository, type SubmissionRow } from '../persistence/report.repository.js';
import {
  inHundredths,
  reportPassed,
  ReportViews,
  type ReportTask,
} from '../queries/report-view.js';

type Body = InputOf<typeof markReport>['body'];
type SubmissionView = ResponseOf<typeof readSubmission>;
type ListRow = ResponseOf<typeof listReports>['reports'][number];

interface Found {
  readonly row: SubmissionRow;
  readonly enrolment: EnrolmentRow;
  readonly cohort: CohortRow;
  readonly task: ReportTask;
}

/** Reports of a cohort for their markers; a new mark stands beside the earlier ones. */
@Injectable()
export class MarkReport {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportRepository,
    private readonly views: ReportViews,
    private readonly training: TrainingFacade,
    private readonly curriculum: CurriculumFacade,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
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
    const place = { unitId: cohort.ownerUnitId, courseId: cohort.courseId };
    return {
      reports: tasks.flatMap((task) =>
        people.map((person) => {
          const row = rows.find(
            (one) => one.enrolmentId === person.id && one.taskNodeId === task.nodeId,
          );
          return listRow(person, task, row, row === undefined ? undefined : marks.get(row.id));
        }),
      ),
      allowed: { mark: await this.scope.reaches(actor, 'report.mark', place) },
    };
  }

  async read(actor: Actor, submissionId: string): Promise<SubmissionView> {
    return this.present(await this.find(actor, 'report.read', submissionId));
  }

  mark(actor: Actor, submissionId: string, body: Body): Promise<SubmissionView> {
    return this.database.run(async () => {
      const found = await this.find(actor, 'report.mark', submissionId);
      if (found.enrolment.personId === actor.personId)
        throw new DomainError('permission.same_person');
      if (!['submitted', 'marked'].includes(found.row.state)) {
        throw new DomainError('report.wrong_state', { state: found.row.state });
      }
      const points = total(found.task.meta, body.criteria);
      await this.reports.addMark(this.ids.next(), {
        submissionId,
        markerId: actor.accountId,
        criteria: body.criteria,
        points,
        maxPoints: inHundredths(found.task.meta.maxPoints),
        comment: body.comment,
        markedAt: this.clock.now(),
      });
      await this.reports.setState(
        submissionId,
        body.returnForImprovement ? 'returned' : 'marked',
        null,
      );
      await this.audit.record({
        action: 'report.mark',
        subject: { kind: 'report', id: submissionId },
        details: { points, returned: body.returnForImprovement },
      });
      return this.read(actor, submissionId);
    });
  }

  private async find(actor: Actor, permission: Permission, submissionId: string): Promise<Found> {
    const row = await this.reports.lock(submissionId);
    const enrolment = row === null ? null : await this.training.enrolment(row.enrolmentId);
    if (row === null || enrolment === null) throw new DomainError('resource.not_found');
    const cohort = await this.reached(actor, permission, enrolment.cohortId);
    return { row, enrolment, cohort, task: await this.views.taskOf(cohort, row.taskNodeId) };
  }

  private async reached(
    actor: Actor,
    permission: Permission,
    cohortId: string,
  ): Promise<CohortRow> {
    const cohort = await this.training.cohort(cohortId);
    if (cohort === null) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, permission, {
      unitId: cohort.ownerUnitId,
      courseId: cohort.courseId,
    });
    return cohort;
  }

  private async present({ row, enrolment, cohort, task }: Found): Promise<SubmissionView> {
    const view = await this.views.view(task, row, cohort);
    return {
      ...view,
      fullName: enrolment.fullName,
      enrolmentId: enrolment.id,
      cohortId: cohort.id,
    };
  }
}

/** Sum of the criteria; each exactly once and within its points. */
function total(meta: ReportTaskMeta, criteria: Body['criteria']): number {
  const given = new Map(criteria.map((criterion) => [criterion.id, criterion.points]));
  if (given.size !== meta.rubric.length || criteria.length !== meta.rubric.length) {
    throw new DomainError('request.invalid', {
      field: 'criteria',
      expected: meta.rubric.map((one) => one.id),
    });
  }
  return meta.rubric.reduce((sum, criterion) => {
    const points = given.get(criterion.id);
    if (points === undefined || points > inHundredths(criterion.points)) {
      throw new DomainError('request.invalid', {
        field: `criteria.${criterion.id}`,
        most: inHundredths(criterion.points),
      });
    }
    return sum + points;
  }, 0);
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
    ...standing(row),
    points: mark?.points ?? null,
    maxPoints: inHundredths(task.meta.maxPoints),
    passed: mark === undefined ? null : reportPassed(mark, task.meta),
  };
}
