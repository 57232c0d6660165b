import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';
import type { CohortRow, EnrolmentRow } from '@cam-nang/training';
import type { ProgressRow } from '../policies/lesson-standing.js';

/** What one statement brings of a person's way to a lesson. */
export interface LessonAccess {
  readonly enrolment: Pick<EnrolmentRow, 'state'>;
  readonly cohort: Pick<
    CohortRow,
    | 'id'
    | 'state'
    | 'courseId'
    | 'opensOn'
    | 'closesOn'
    | 'resultsClosedOn'
    | 'resultsClosedAt'
    | 'pinnedEditionId'
  >;
  readonly progress: readonly ProgressRow[];
}

interface AccessRow {
  readonly enrolmentState: EnrolmentRow['state'];
  readonly cohortId: string;
  readonly cohortState: CohortRow['state'];
  readonly courseId: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly resultsClosedOn: string | null;
  readonly resultsClosedAt: Date | null;
  readonly pinnedEditionId: string;
  readonly progress: readonly (Omit<ProgressRow, 'doneAt' | 'updatedAt'> & {
    readonly doneAt: string | null;
    readonly updatedAt: string;
  })[];
}

const READ = `select n.state as "enrolmentState", c.id as "cohortId", c.state as "cohortState",
    c.course_id as "courseId", c.opens_on as "opensOn", c.closes_on as "closesOn",
    c.results_closed_on::text as "resultsClosedOn", c.results_closed_at as "resultsClosedAt",
    pin.edition_id as "pinnedEditionId",
    coalesce((select json_agg(json_build_object('nodeId', p.node_id, 'revisionId', p.revision_id,
        'studyHash', encode(p.study_hash, 'hex'), 'blocksRead', p.blocks_read, 'lastBlockId', p.last_block_id,
        'seconds', p.seconds, 'state', p.state, 'doneAt', p.done_at, 'updatedAt', p.updated_at))
      from lesson_progress p where p.enrolment_id = n.id and p.node_id = $3), '[]') as progress
  from enrolment n join cohort c on c.id = n.cohort_id
  join lateral (select edition_id from cohort_edition e where e.cohort_id = c.id
    order by lower(e.during) desc limit 1) pin on true
  where n.id = $1 and n.person_id = $2 and n.state <> 'withdrawn'`;

/**
 * The path of reading a lesson, which is walked most: who reads, in which cohort, and what was read
 * before, in one statement that PostgreSQL keeps parsed.
 */
@Injectable()
export class LessonAccessRepository {
  constructor(private readonly database: Database) {}

  /** Null when the enrolment is not the person's own. */
  async read(personId: string, enrolmentId: string, nodeId: string): Promise<LessonAccess | null> {
    const [row] = await this.database.prepared<AccessRow>('learning-lesson-access', READ, [
      enrolmentId,
      personId,
      nodeId,
    ]);
    if (row === undefined) return null;
    return {
      enrolment: { state: row.enrolmentState },
      cohort: {
        id: row.cohortId,
        state: row.cohortState,
        courseId: row.courseId,
        opensOn: row.opensOn,
        closesOn: row.closesOn,
        resultsClosedOn: row.resultsClosedOn,
        resultsClosedAt: row.resultsClosedAt,
        pinnedEditionId: row.pinnedEditionId,
      },
      progress: row.progress.map((one) => ({
        ...one,
        doneAt: one.doneAt === null ? null : new Date(one.doneAt),
        updatedAt: new Date(one.updatedAt),
      })),
    };
  }
  /** Cohorts of enrolments, by cohort id. */
  async cohorts(enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.query<{ cohortId: string; ids: string[] }>(
      `select cohort_id as "cohortId", array_agg(id) as ids from enrolment
       where id = any($1::uuid[]) group by cohort_id`,
      [enrolmentIds],
    );
    return new Map(rows.map(({ cohortId, ids }) => [cohortId, ids]));
  }

  /** Lets one person's choices be written by one request at a time, until the transaction ends. */
  async lock(enrolmentId: string): Promise<void> {
    await this.database.query('select 1 from enrolment where id = $1 for update', [enrolmentId]);
  }
}
