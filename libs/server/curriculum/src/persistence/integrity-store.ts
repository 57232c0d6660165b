import type { Member, NodeKind, RichNode } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** A stored document as its bytes. */
export interface StoredBlob {
  readonly hash: string;
  readonly body: Buffer;
}

/** A revision with everything its hashes are made of. */
export interface StoredRevision {
  readonly id: string;
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly slug: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly document: RichNode | null;
  readonly docHash: string | null;
  readonly contentHash: string;
  readonly studyHash: string;
  readonly stemHash: string | null;
  readonly keyHash: string | null;
}

/** A line as far as its commits are checked against it. */
export interface CheckedLine {
  readonly id: string;
  readonly code: string;
  readonly headSeq: number;
  /** Manifest of the commit that it was forked from; null on the main line. */
  readonly forkedManifest: string | null;
}

/** A version of a request that somebody judged. */
export interface JudgedVersion {
  readonly requestId: string;
  /** Of the version, as the verdicts name it. */
  readonly hash: string;
  /** The course and the request, for people. */
  readonly code: string;
  readonly number: number;
  /** Every time that the request came to a line with other words. */
  readonly regrounds: readonly string[];
}

const PAGE = 100;

/** Everything there is, page by page, for whoever checks it. */
@Injectable()
export class IntegrityStore {
  constructor(private readonly database: Database) {}

  /** Every stored document by hash. */
  async *blobs(): AsyncGenerator<StoredBlob> {
    let after = '';
    for (;;) {
      const page = await this.database.query<StoredBlob>(
        `select encode(hash, 'hex') as hash, body from blob where hash > decode($1, 'hex')
         order by blob.hash limit ${PAGE}`,
        [after],
      );
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)?.hash ?? after;
    }
  }

  /** Every revision by id, with its document. */
  async *revisions(): AsyncGenerator<StoredRevision> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await this.database.query<StoredRevision>(
        `select r.id, r.node_id as "nodeId", n.kind, n.slug, r.title, r.meta,
           convert_from(b.body, 'UTF8')::json as document, encode(r.doc_hash, 'hex') as "docHash",
           encode(r.content_hash, 'hex') as "contentHash", encode(r.study_hash, 'hex') as "studyHash",
           encode(r.stem_hash, 'hex') as "stemHash", encode(r.key_hash, 'hex') as "keyHash"
         from node_revision r join node n on n.id = r.node_id left join blob b on b.hash = r.doc_hash
         where r.id > $1 order by r.id limit ${PAGE}`,
        [after],
      );
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? after;
    }
  }

  /** Hashes of the pictures that revisions show. */
  async *pictures(): AsyncGenerator<string> {
    let after = '';
    for (;;) {
      const page = await this.database.query<{ target: string }>(
        `select distinct target from revision_ref where kind = 'file' and target > $1
         order by target limit ${PAGE}`,
        [after],
      );
      for (const { target } of page) yield target;
      if (page.length < PAGE) return;
      after = page.at(-1)?.target ?? after;
    }
  }

  /** Every version that a verdict is about, as far as they are kept; of the first verdicts they were not. */
  async *judgedVersions(): AsyncGenerator<JudgedVersion> {
    let after = { requestId: '00000000-0000-0000-0000-000000000000', hash: '' };
    for (;;) {
      const page = await this.database.query<JudgedVersion>(
        `select v.request_id as "requestId", encode(v.overlay_hash, 'hex') as hash, c.code, q.number,
           array(select e.id from change_request_event e where e.request_id = q.id and e.event = 'rebased'
             and e.payload->>'otherWords' = 'true')::text[] as regrounds
         from (select request_id, overlay_hash from review where kept
             union select request_id, overlay_hash from judged_node) v
           join change_request q on q.id = v.request_id join curriculum c on c.id = q.curriculum_id
         where (v.request_id, v.overlay_hash) > ($1, decode($2, 'hex'))
         order by v.request_id, v.overlay_hash limit ${PAGE}`,
        [after.requestId, after.hash],
      );
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1) ?? after;
    }
  }

  async lines(): Promise<CheckedLine[]> {
    return this.database.query<CheckedLine>(
      `select l.id, c.code, l.head_seq as "headSeq", encode(f.manifest_hash, 'hex') as "forkedManifest"
       from line l join curriculum c on c.id = l.curriculum_id
         left join line_commit f on f.id = l.forked_from_commit_id
       order by c.code, l.id`,
    );
  }

  /** Every stay on a line. */
  async members(lineId: string): Promise<Member[]> {
    return this.database.query<Member>(
      `select node_id as "nodeId", parent_id as "parentId", rank, revision_id as "revisionId",
         lower(seqs) as "fromSeq", upper(seqs) as "toSeq"
       from member where line_id = $1`,
      [lineId],
    );
  }

  /** Content hashes of all revisions of the nodes of a line's curriculum. */
  async contentHashes(lineId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; hash: string }>(
      `select r.id, encode(r.content_hash, 'hex') as hash from line l
       join node n on n.curriculum_id = l.curriculum_id join node_revision r on r.node_id = n.id
       where l.id = $1`,
      [lineId],
    );
    return new Map(rows.map((row) => [row.id, row.hash]));
  }

  /** Ids of the curricula that have editions. */
  async curriculaWithEditions(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select distinct curriculum_id as id from edition order by 1',
    );
    return rows.map((row) => row.id);
  }
}
