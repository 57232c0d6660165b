import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

export type ChangeRequestState =
  'draft' | 'in_review' | 'changes_requested' | 'approved' | 'merged' | 'abandoned';

/** A change request: edits laid over a base commit. */
export interface ChangeRequestRow {
  readonly id: string;
  readonly curriculumId: string;
  readonly number: number;
  readonly title: string;
  readonly reason: string;
  readonly state: ChangeRequestState;
  readonly kind: 'amendment' | 'erratum';
  readonly baseCommitId: string;
  readonly baseLineId: string;
  readonly baseSeq: number;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly mergedCommitId: string | null;
  /** The erratum to an older edition that this request brings into the main line too. */
  readonly followsId: string | null;
  /** The event that brought it to a line which says other words where it changes something; null before one. */
  readonly regroundId: string | null;
}

/** A change request to be kept; it starts as a draft. */
export type NewChangeRequest = Pick<
  ChangeRequestRow,
  'id' | 'curriculumId' | 'number' | 'title' | 'reason' | 'kind' | 'baseCommitId' | 'authorId'
> & { readonly at: Date; readonly followsId?: string };

const COLUMNS = `q.id, q.curriculum_id as "curriculumId", q.number, q.title, q.reason, q.state, q.kind,
  q.base_commit_id as "baseCommitId", c.line_id as "baseLineId", c.seq as "baseSeq", q.author_id as "authorId",
  q.created_at as "createdAt", q.updated_at as "updatedAt", q.merged_commit_id as "mergedCommitId",
  q.follows_id as "followsId",
  (select e.id from change_request_event e where e.request_id = q.id and e.event = 'rebased'
     and e.payload->>'otherWords' = 'true' order by e.at desc, e.id desc limit 1) as "regroundId"`;

const FROM = 'from change_request q join line_commit c on c.id = q.base_commit_id';

/** Change requests themselves; what they change is in `OverlayStore` and `DraftStore`. */
@Injectable()
export class ChangeRequestStore {
  constructor(private readonly database: Database) {}

  /** Writes a request under the next number of its curriculum, which the caller has locked. */
  async insert(request: NewChangeRequest): Promise<void> {
    await this.database.query(
      `insert into change_request (id, curriculum_id, number, title, reason, state, base_commit_id, kind, author_id,
         created_at, updated_at, follows_id)
       values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $9, $10)`,
      [
        request.id,
        request.curriculumId,
        request.number,
        request.title,
        request.reason,
        request.baseCommitId,
        request.kind,
        request.authorId,
        request.at,
        request.followsId ?? null,
      ],
    );
  }

  async nextNumber(curriculumId: string): Promise<number> {
    const [row] = await this.database.query<{ next: number }>(
      'select coalesce(max(number), 0) + 1 as next from change_request where curriculum_id = $1',
      [curriculumId],
    );
    return row?.next ?? 1;
  }

  async byId(id: string): Promise<ChangeRequestRow | null> {
    const [row] = await this.database.query<ChangeRequestRow>(
      `select ${COLUMNS} ${FROM} where q.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Takes the request's lock: edits, verdicts and the merge of one request come one after another. */
  async lock(id: string): Promise<ChangeRequestRow | null> {
    // Locked alone and read afterwards: whoever waited would else join the row with the commit that it
    // was laid over before.
    await this.database.query('select id from change_request where id = $1 for update', [id]);
    return this.byId(id);
  }

  /** Requests of a curriculum: open ones first, then the newest. */
  async ofCurriculum(curriculumId: string): Promise<ChangeRequestRow[]> {
    return this.database.query<ChangeRequestRow>(
      `select ${COLUMNS} ${FROM} where q.curriculum_id = $1
       order by q.state in ('merged', 'abandoned'), q.updated_at desc, q.number desc`,
      [curriculumId],
    );
  }

  /** Numbers of requests by id. */
  async numbers(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; number: number }>(
      'select id, number from change_request where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.number]));
  }

  /** How many requests of each curriculum are open. */
  async openCounts(curriculumIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ curriculumId: string; count: number }>(
      `select curriculum_id as "curriculumId", count(*) as count from change_request
       where curriculum_id = any($1::uuid[]) and state not in ('merged', 'abandoned') group by curriculum_id`,
      [curriculumIds],
    );
    return new Map(rows.map((row) => [row.curriculumId, row.count]));
  }

  async describe(
    id: string,
    { title, reason, at }: { readonly title: string; readonly reason: string; readonly at: Date },
  ): Promise<void> {
    await this.database.query(
      'update change_request set title = $2, reason = $3, updated_at = $4 where id = $1',
      [id, title, reason, at],
    );
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.database.query('update change_request set updated_at = $2 where id = $1', [id, at]);
  }

  /** From an erratum on it is an amendment. */
  async amend(id: string, at: Date): Promise<void> {
    await this.database.query(
      `update change_request set kind = 'amendment', updated_at = $2 where id = $1`,
      [id, at],
    );
  }

  /** Lays the request over another commit. */
  async rebase(id: string, commitId: string): Promise<void> {
    await this.database.query('update change_request set base_commit_id = $2 where id = $1', [
      id,
      commitId,
    ]);
  }

  async setState(
    id: string,
    change: {
      readonly state: ChangeRequestState;
      readonly overlayHash: string;
      readonly mergedCommitId?: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await this.database.query(
      `update change_request set state = $2, overlay_hash = decode($3, 'hex'),
         merged_commit_id = coalesce($4, merged_commit_id), updated_at = $5
       where id = $1`,
      [id, change.state, change.overlayHash, change.mergedCommitId ?? null, change.at],
    );
  }
}
