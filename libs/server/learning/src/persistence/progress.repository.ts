import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';
import type { ProgressRow } from '../policies/lesson-standing.js';

/** A progress row of one of many people. */
export interface PersonProgressRow extends ProgressRow {
  readonly enrolmentId: string;
}

const COLUMNS = `enrolment_id as "enrolmentId", node_id as "nodeId", revision_id as "revisionId",
  encode(study_hash, 'hex') as "studyHash", blocks_read as "blocksRead", last_block_id as "lastBlockId",
  seconds, state, done_at as "doneAt", updated_at as "updatedAt"`;

type Countable = readonly [
  nodeId: string,
  revisionId: string,
  studyHash: string,
  state: ProgressRow['state'],
  blocksRead: readonly string[],
  /** Milliseconds since 1970. */
  doneAt: number | null,
  updatedAt: number,
];

interface CountableRow {
  readonly enrolmentId: string;
  readonly lessons: readonly Countable[];
}

const COUNTABLE = `select enrolment_id as "enrolmentId", json_agg(json_build_array(
    node_id, revision_id, encode(study_hash, 'hex'), state,
    case when state = 'done' then '[]'::jsonb else blocks_read end,
    floor(extract(epoch from done_at) * 1000), floor(extract(epoch from updated_at) * 1000))) as lessons
  from lesson_progress where enrolment_id = any($1::uuid[]) group by enrolment_id`;

/** What was read, by person, lesson and revision. Rows are only ever added to. */
@Injectable()
export class ProgressRepository {
  constructor(private readonly database: Database) {}

  ofEnrolments(enrolmentIds: readonly string[]): Promise<PersonProgressRow[]> {
    return this.database.query<PersonProgressRow>(
      `select ${COLUMNS} from lesson_progress where enrolment_id = any($1::uuid[])`,
      [enrolmentIds],
    );
  }

  /**
   * As `ofEnrolments`, with what is not needed to count left out: blocks of finished lessons,
   * bookmarks and times spent. One value a person: whole cohorts are counted again and again.
   */
  async countable(enrolmentIds: readonly string[]): Promise<PersonProgressRow[]> {
    const people = await this.database.prepared<CountableRow>('learning-countable', COUNTABLE, [
      enrolmentIds,
    ]);
    return people.flatMap(({ enrolmentId, lessons }) =>
      lessons.map(([nodeId, revisionId, studyHash, state, blocksRead, doneAt, updatedAt]) => ({
        enrolmentId,
        nodeId,
        revisionId,
        studyHash,
        state,
        blocksRead,
        lastBlockId: null,
        seconds: 0,
        doneAt: doneAt === null ? null : new Date(doneAt),
        updatedAt: new Date(updatedAt),
      })),
    );
  }

  ofLesson(enrolmentId: string, nodeId: string): Promise<PersonProgressRow[]> {
    return this.database.query<PersonProgressRow>(
      `select ${COLUMNS} from lesson_progress where enrolment_id = $1 and node_id = $2`,
      [enrolmentId, nodeId],
    );
  }

  /** The row of a person, lesson and revision, locked until the transaction ends; made when there is none. */
  async lock(row: {
    readonly enrolmentId: string;
    readonly nodeId: string;
    readonly revisionId: string;
    readonly studyHash: string;
    readonly blocksTotal: number;
    readonly carriedFrom: string | null;
    readonly at: Date;
  }): Promise<PersonProgressRow> {
    const rows = await this.database.query<PersonProgressRow>(
      `insert into lesson_progress (enrolment_id, node_id, revision_id, study_hash, blocks_total, carried_from_revision_id,
         state, started_at, updated_at)
       values ($1, $2, $3, decode($4, 'hex'), $5, $6, 'started', $7, $7)
       on conflict (enrolment_id, node_id, revision_id) do update set blocks_total = excluded.blocks_total
       returning ${COLUMNS}`,
      [
        row.enrolmentId,
        row.nodeId,
        row.revisionId,
        row.studyHash,
        row.blocksTotal,
        row.carriedFrom,
        row.at,
      ],
    );
    const [kept] = rows;
    if (kept === undefined) throw new Error('an upsert returns its row');
    return kept;
  }

  /** Writes a locked row back. What is done stays done, from the first time it was. */
  async save(row: PersonProgressRow): Promise<void> {
    await this.database.query(
      `update lesson_progress set blocks_read = $4, last_block_id = $5, seconds = $6,
         state = case when state = 'done' then state else $7 end, done_at = coalesce(done_at, $8), updated_at = $9
       where enrolment_id = $1 and node_id = $2 and revision_id = $3`,
      [
        row.enrolmentId,
        row.nodeId,
        row.revisionId,
        JSON.stringify(row.blocksRead),
        row.lastBlockId,
        row.seconds,
        row.state,
        row.doneAt,
        row.updatedAt,
      ],
    );
  }
}
