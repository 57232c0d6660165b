import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** Why a lesson got the text it has, as the commit that changed it says. */
export interface CorrectionNote {
  readonly nodeId: string;
  readonly revisionId: string;
  /** The first edition that holds the text. */
  readonly editionId: string;
  readonly reason: string;
  readonly reasonEn: string | null;
}

/** What was said of changes to lessons. */
@Injectable()
export class CorrectionRepository {
  constructor(private readonly database: Database) {}

  /**
   * The note of the newest commit on the edition's line, up to the edition, that gave each node the revision it
   * has there. A line of errata goes on from what it was forked from; the fork itself says nothing, nor does
   * what took the words of a withdrawn erratum back. Nodes and revisions go in pairs.
   */
  async notes(
    editionId: string,
    lessons: readonly { readonly nodeId: string; readonly revisionId: string }[],
  ): Promise<CorrectionNote[]> {
    if (lessons.length === 0) return [];
    return this.database.query<CorrectionNote>(
      `select distinct on (x.node_id) x.node_id as "nodeId", x.new_revision_id as "revisionId",
         first.id as "editionId", coalesce(x.reason, '') as reason, x.reason_en as "reasonEn"
       from edition e
       join line_commit head on head.id = e.commit_id
       join line l on l.id = head.line_id
       left join line_commit forked on forked.id = l.forked_from_commit_id
       join line_commit c on c.kind not in ('fork', 'revert') and (c.line_id = head.line_id and c.seq <= head.seq
         or c.line_id = forked.line_id and c.seq <= forked.seq)
       join commit_change x on x.commit_id = c.id
       join unnest($2::uuid[], $3::uuid[]) as wanted(node_id, revision_id)
         on wanted.node_id = x.node_id and wanted.revision_id = x.new_revision_id
       cross join lateral (select e2.id from edition e2 join line_commit c2 on c2.id = e2.commit_id
         where c2.line_id = c.line_id and c2.seq >= c.seq and e2.state = 'issued'
         order by c2.seq, e2.major, e2.minor limit 1) first
       where e.id = $1
       order by x.node_id, (c.line_id = head.line_id) desc, c.seq desc`,
      [editionId, lessons.map((one) => one.nodeId), lessons.map((one) => one.revisionId)],
    );
  }
}
