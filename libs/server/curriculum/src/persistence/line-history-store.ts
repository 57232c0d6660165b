import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** A commit of a line with the request that it merged. */
export interface LineStep {
  readonly lineId: string;
  /** The commit of the main line that the line was forked from; null on the main line. */
  readonly forkedAt: number | null;
  readonly seq: number;
  readonly at: Date;
  readonly message: string;
  readonly authorId: string | null;
  readonly changes: number;
  readonly requestId: string | null;
  readonly requestNumber: number | null;
  readonly requestTitle: string | null;
  readonly requestReason: string | null;
}

/** What a commit did to one node. */
export interface NodeStep extends LineStep {
  readonly revisionId: string | null;
  readonly moved: boolean;
  readonly reason: string | null;
  readonly reasonEn: string | null;
  readonly proposedBy: string | null;
}

const STEP = `c.line_id as "lineId", f.seq as "forkedAt", c.seq, c.at, c.message, c.author_id as "authorId", c.changes, r.id as "requestId",
  r.number as "requestNumber", r.title as "requestTitle", r.reason as "requestReason"`;

/** Corrections that an amendment overtook are written again on a line of their own: they happened once. */
const HAPPENED_HERE = `not exists (
  select 1 from line_commit o join line m on m.id = o.line_id
  where l.kind = 'maintenance' and m.kind = 'main' and o.change_request_id = c.change_request_id)`;

/** How the lines of a curriculum, and each node on them, came to be as they are. */
@Injectable()
export class LineHistoryStore {
  constructor(private readonly database: Database) {}

  /**
   * Every commit of a curriculum that somebody's work made, the oldest first. What a withdrawal took back is told
   * with the withdrawal.
   */
  async ofCurriculum(curriculumId: string): Promise<LineStep[]> {
    return this.database.query<LineStep>(
      `select ${STEP} from line_commit c left join change_request r on r.id = c.change_request_id
         join line l on l.id = c.line_id left join line_commit f on f.id = l.forked_from_commit_id
       where l.curriculum_id = $1 and c.kind not in ('fork', 'revert') and ${HAPPENED_HERE}
       order by c.at, l.kind, c.seq`,
      [curriculumId],
    );
  }

  /** Every commit of a curriculum that did something to a node itself, the oldest first. */
  async ofNode(curriculumId: string, nodeId: string): Promise<NodeStep[]> {
    return this.database.query<NodeStep>(
      `select ${STEP}, x.new_revision_id as "revisionId", x.moved, x.reason, x.reason_en as "reasonEn",
         x.proposed_by as "proposedBy"
       from line_commit c join commit_change x on x.commit_id = c.id
         join line l on l.id = c.line_id left join line_commit f on f.id = l.forked_from_commit_id
         left join change_request r on r.id = c.change_request_id
       where l.curriculum_id = $1 and x.node_id = $2 and x.change_class <> 'through-child' and c.kind <> 'fork'
         and ${HAPPENED_HERE}
       order by c.at, l.kind, c.seq`,
      [curriculumId, nodeId],
    );
  }
}
