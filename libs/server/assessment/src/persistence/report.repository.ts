import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export interface SubmissionRow {
  readonly id: string;
  readonly enrolmentId: string;
  readonly taskNodeId: string;
  readonly taskRevisionId: string;
  readonly state: 'draft' | 'submitted' | 'returned' | 'marked';
  readonly text: string;
  readonly words: number;
  readonly submittedAt: Date | null;
  readonly updatedAt: Date;
  readonly version: number;
}

export interface MarkRow {
  readonly submissionId: string;
  readonly markerId: string;
  readonly criteria: readonly { readonly id: string; readonly points: number }[];
  readonly points: number;
  readonly maxPoints: number;
  readonly comment: string;
  readonly markedAt: Date;
}

/** How far a report is, without its words; the newest mark, when there is one. */
export interface StandingRow {
  readonly enrolmentId: string;
  readonly taskNodeId: string;
  readonly state: SubmissionRow['state'];
  readonly points: number | null;
  readonly maxPoints: number | null;
}

const COLUMNS = `id, enrolment_id as "enrolmentId", task_node_id as "taskNodeId", task_revision_id as "taskRevisionId",
  state, text, words, submitted_at as "submittedAt", updated_at as "updatedAt", version`;

const MARK_COLUMNS = `submission_id as "submissionId", marker_id as "markerId", criteria, points,
  max_points as "maxPoints", comment, marked_at as "markedAt"`;

/** Reflective reports and their marks; marks are only ever added. */
@Injectable()
export class ReportRepository {
  constructor(private readonly database: Database) {}

  async byTask(enrolmentId: string, taskNodeId: string): Promise<SubmissionRow | null> {
    const [row] = await this.database.query<SubmissionRow>(
      `select ${COLUMNS} from report_submission where enrolment_id = $1 and task_node_id = $2`,
      [enrolmentId, taskNodeId],
    );
    return row ?? null;
  }

  async byId(id: string): Promise<SubmissionRow | null> {
    const [row] = await this.database.query<SubmissionRow>(
      `select ${COLUMNS} from report_submission where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async lock(id: string): Promise<SubmissionRow | null> {
    const [row] = await this.database.query<SubmissionRow>(
      `select ${COLUMNS} from report_submission where id = $1 for update`,
      [id],
    );
    return row ?? null;
  }

  ofEnrolments(enrolmentIds: readonly string[]): Promise<SubmissionRow[]> {
    return this.database.query<SubmissionRow>(
      `select ${COLUMNS} from report_submission where enrolment_id = any($1::uuid[])`,
      [enrolmentIds],
    );
  }

  standings(enrolmentIds: readonly string[]): Promise<StandingRow[]> {
    return this.database.prepared<StandingRow>(
      'report.standings',
      `select s.enrolment_id as "enrolmentId", s.task_node_id as "taskNodeId", s.state, m.points,
         m.max_points as "maxPoints"
       from report_submission s
       left join lateral (select points, max_points from report_mark where submission_id = s.id
         order by marked_at desc, id desc limit 1) m on true
       where s.enrolment_id = any($1::uuid[])`,
      [enrolmentIds],
    );
  }

  /** Begins a report; one that exists stays as it is. */
  async begin(row: SubmissionRow): Promise<void> {
    await this.database.query(
      `insert into report_submission (id, enrolment_id, task_node_id, task_revision_id, state, text, words, updated_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (enrolment_id, task_node_id) do nothing`,
      [
        row.id,
        row.enrolmentId,
        row.taskNodeId,
        row.taskRevisionId,
        row.state,
        row.text,
        row.words,
        row.updatedAt,
        row.version,
      ],
    );
  }

  /** Saves over the version that was read; false when somebody saved meanwhile. */
  async save(id: string, version: number, text: string, words: number, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `update report_submission set text = $3, words = $4, updated_at = $5, version = version + 1,
         state = case when state = 'returned' then 'draft' else state end
       where id = $1 and version = $2 and state in ('draft', 'returned') returning id`,
      [id, version, text, words, at],
    );
    return rows.length === 1;
  }

  async setState(
    id: string,
    state: SubmissionRow['state'],
    submittedAt: Date | null,
  ): Promise<void> {
    await this.database.query(
      'update report_submission set state = $2, submitted_at = coalesce($3, submitted_at) where id = $1',
      [id, state, submittedAt],
    );
  }

  async addMark(id: string, mark: MarkRow): Promise<void> {
    await this.database.query(
      `insert into report_mark (id, submission_id, marker_id, role, criteria, points, max_points, comment, marked_at)
       values ($1, $2, $3, 'first', $4, $5, $6, $7, $8)`,
      [
        id,
        mark.submissionId,
        mark.markerId,
        JSON.stringify(mark.criteria),
        mark.points,
        mark.maxPoints,
        mark.comment,
        mark.markedAt,
      ],
    );
  }

  /** True when the account gave a mark, counting or not, to a report of one of the enrolments. */
  async markedBy(accountId: string, enrolmentIds: readonly string[]): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from report_mark m join report_submission s on s.id = m.submission_id
       where m.marker_id = $1 and s.enrolment_id = any($2::uuid[]) limit 1`,
      [accountId, enrolmentIds],
    );
    return rows.length > 0;
  }

  /** The mark that counts, by submission. */
  async latestMarks(submissionIds: readonly string[]): Promise<ReadonlyMap<string, MarkRow>> {
    const rows = await this.database.query<MarkRow>(
      `select distinct on (submission_id) ${MARK_COLUMNS}
       from report_mark where submission_id = any($1::uuid[]) order by submission_id, marked_at desc, id desc`,
      [submissionIds],
    );
    return new Map(rows.map((row) => [row.submissionId, row]));
  }

  /** Every mark of a submission, the one that counts first. */
  marksOf(submissionId: string): Promise<MarkRow[]> {
    return this.database.query<MarkRow>(
      `select ${MARK_COLUMNS} from report_mark where submission_id = $1 order by marked_at desc, id desc`,
      [submissionId],
    );
  }
}
