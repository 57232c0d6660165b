import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { column } from './batches.js';
import type { VersionRow } from '../policies/curriculum-version.js';

/** The curriculum as one commit of a line left it: one index scan, however long the line has grown. */
export const VERSION_AS_OF = `select m.node_id as "nodeId", m.parent_id as "parentId", m.rank, m.revision_id as "revisionId",
    n.kind, n.slug, r.title, r.meta, encode(r.doc_hash, 'hex') as "docHash",
    encode(r.content_hash, 'hex') as "contentHash", encode(r.study_hash, 'hex') as "studyHash",
    encode(r.stem_hash, 'hex') as "stemHash", encode(r.key_hash, 'hex') as "keyHash"
  from member m join node n on n.id = m.node_id join node_revision r on r.id = m.revision_id
  where m.line_id = $1 and m.seqs @> $2::int`;

/** A node at a commit of a line. */
export interface NodeAtCommit {
  readonly lineId: string;
  readonly seq: number;
  readonly nodeId: string;
}

/** Where a node stands at a commit, and what it says. */
export type StandingNode = NodeAtCommit & Pick<VersionRow, 'parentId' | 'rank' | 'contentHash'>;

/** Whole versions of curricula, with what every revision says but its text. */
@Injectable()
export class VersionStore {
  constructor(private readonly database: Database) {}

  /** The curriculum as commit `seq` of the line left it. */
  async asOf(lineId: string, seq: number): Promise<VersionRow[]> {
    return this.database.prepared<VersionRow>('curriculum-version-as-of', VERSION_AS_OF, [
      lineId,
      seq,
    ]);
  }

  /** Some nodes at some commits; one that does not stand there is left out. */
  async nodesAt(wanted: readonly NodeAtCommit[]): Promise<StandingNode[]> {
    return this.database.query<StandingNode>(
      `select w.line_id as "lineId", w.seq, w.node_id as "nodeId", m.parent_id as "parentId", m.rank,
         encode(r.content_hash, 'hex') as "contentHash"
       from unnest($1::uuid[], $2::int[], $3::uuid[]) as w(line_id, seq, node_id)
       join member m on m.line_id = w.line_id and m.node_id = w.node_id and m.seqs @> w.seq
       join node_revision r on r.id = m.revision_id`,
      [
        column(wanted, (row) => row.lineId),
        column(wanted, (row) => row.seq),
        column(wanted, (row) => row.nodeId),
      ],
    );
  }
}
