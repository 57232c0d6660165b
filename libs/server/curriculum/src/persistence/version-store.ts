import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { VersionRow } from '../policies/curriculum-version.js';

/** The curriculum as one commit of a line left it: one index scan, however long the line has grown. */
export const VERSION_AS_OF = `select m.node_id as "nodeId", m.parent_id as "parentId", m.rank, m.revision_id as "revisionId",
    n.kind, n.slug, r.title, r.meta, encode(r.doc_hash, 'hex') as "docHash",
    encode(r.content_hash, 'hex') as "contentHash", encode(r.study_hash, 'hex') as "studyHash",
    encode(r.stem_hash, 'hex') as "stemHash", encode(r.key_hash, 'hex') as "keyHash"
  from member m join node n on n.id = m.node_id join node_revision r on r.id = m.revision_id
  where m.line_id = $1 and m.seqs @> $2::int`;

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
}
