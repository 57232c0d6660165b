import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** A commit of a line with the request that it merged. */
export interface LineStep {
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

const STEP = `c.seq, c.at, c.message, c.author_id as "authorId", c.changes, r.id as "requestId",
  r.number as "requestNumber", r.title as "requestTitle", r.reason as "requestReason"`;

/** How a line, and each node on it, came to be as it is. */
@Injectable()
export class LineHistoryStore {
  constructor(private readonly database: Database) {}

  /** Every commit of a line, the oldest first. */
  async ofLine(lineId: string): Promise<LineStep[]> {
    return this.database.query<LineStep>(
      `select ${STEP} from line_commit c left join change_request r on r.id = c.change_request_id
       where c.line_id = $1 order by c.seq`,
      [lineId],
    );
  }

  /** Every commit of a line that did something to a node itself, the oldest first. */
  async ofNode(lineId: string, nodeId: string): Promise<NodeStep[]> {
    return this.database.query<NodeStep>(
      `select ${STEP}, x.new_revision_id as "revisionId", x.moved, x.reason, x.reason_en as "reasonEn",
         x.proposed_by as "proposedBy"
       from line_commit c join commit_change x on x.commit_id = c.id
         left join change_request r on r.id = c.change_request_id
       where c.line_id = $1 and x.node_id = $2 and x.change_class <> 'through-child' order by c.seq`,
      [lineId, nodeId],
    );
  }
}
