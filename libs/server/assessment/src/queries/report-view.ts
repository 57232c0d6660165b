import { Injectable } from '@nestjs/common';
import type { readReport, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, type ReportTaskMeta } from '@cam-nang/domain';
import { TrainingFacade, type CohortRow } from '@cam-nang/training';
import {
  ReportRepository,
  type MarkRow,
  type SubmissionRow,
} from '../persistence/report.repository.js';

export type ReportView = ResponseOf<typeof readReport>;

/** A decimal of the course format with at most two places, in hundredths. */
export function inHundredths(points: number): number {
  return Math.round(points * 100);
}

/** The task of a report as one revision has it. */
export interface ReportTask {
  readonly nodeId: string;
  readonly revisionId: string;
  readonly title: string;
  readonly meta: ReportTaskMeta;
}

/** Reports as their writers and markers see them. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly reports: ReportRepository,
    private readonly curriculum: CurriculumFacade,
    private readonly training: TrainingFacade,
  ) {}

  /** The task in the edition of a cohort. */
  async taskOf(cohort: CohortRow, taskNodeId: string): Promise<ReportTask> {
    const edition = await this.training.editionOf(cohort);
    const revision = await this.curriculum.node(edition.id, taskNodeId);
    if (revision?.content.kind !== 'report-task') throw new DomainError('resource.not_found');
    return {
      nodeId: taskNodeId,
      revisionId: revision.id,
      title: revision.title,
      meta: revision.content.meta,
    };
  }

  async view(task: ReportTask, row: SubmissionRow | null, cohort: CohortRow): Promise<ReportView> {
    const open = cohort.state === 'running' || cohort.state === 'study_ended';
    if (row === null) return { task: presentTask(task), ...NOTHING_WRITTEN, mayEdit: open };
    const mark = (await this.reports.latestMarks([row.id])).get(row.id);
    return {
      task: presentTask(task),
      submissionId: row.id,
      state: row.state,
      version: row.version,
      text: row.text,
      words: row.words,
      updatedAt: row.updatedAt.toISOString(),
      submittedAt: row.submittedAt?.toISOString() ?? null,
      mark: mark === undefined ? null : presentMark(mark, task.meta),
      mayEdit: open && (row.state === 'draft' || row.state === 'returned'),
    };
  }
}

const NOTHING_WRITTEN = {
  submissionId: null,
  state: 'none',
  version: 0,
  text: '',
  words: 0,
  updatedAt: null,
  submittedAt: null,
  mark: null,
} as const;

/** True when the mark reaches the task's pass points. */
export function reportPassed(mark: Pick<MarkRow, 'points'>, meta: ReportTaskMeta): boolean {
  return mark.points >= inHundredths(meta.passPoints);
}

/** A mark as its readers see it. */
export function presentMark(mark: MarkRow, meta: ReportTaskMeta): NonNullable<ReportView['mark']> {
  return {
    points: mark.points,
    maxPoints: mark.maxPoints,
    passed: reportPassed(mark, meta),
    comment: mark.comment,
    criteria: [...mark.criteria],
    markedAt: mark.markedAt.toISOString(),
  };
}

function presentTask({ nodeId, title, meta }: ReportTask): ReportView['task'] {
  return {
    nodeId,
    title,
    titleEn: meta.titleEn,
    task: meta.task,
    taskEn: meta.taskEn,
    wordsMin: meta.wordsMin,
    wordsMax: meta.wordsMax,
    maxPoints: inHundredths(meta.maxPoints),
    passPoints: inHundredths(meta.passPoints),
    rubric: meta.rubric.map((criterion) => ({
      id: criterion.id,
      criterion: criterion.criterion,
      criterionEn: criterion.criterionEn,
      points: inHundredths(criterion.points),
      levels: criterion.levels.map((level) => ({ ...level, points: inHundredths(level.points) })),
    })),
  };
}
