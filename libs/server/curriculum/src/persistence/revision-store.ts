import type { NodeKind, RevisionContent, RevisionHashes } from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { batches, column } from './batches.js';

/** What a revision's text includes and so was read with it: images, legal documents, other nodes. */
export interface RevisionReference {
  readonly kind: 'file' | 'document' | 'node';
  readonly target: string;
}

/** Content to be kept as a revision of a node. */
export interface NewRevision {
  readonly nodeId: string;
  readonly content: RevisionContent;
  readonly hashes: RevisionHashes;
  readonly schemaVersion: number;
  readonly references: readonly RevisionReference[];
  /** The revision it was made from. */
  readonly parentId: string | null;
  readonly madeInRequestId: string | null;
  readonly authorId: string | null;
  readonly authorLabel: string;
  readonly at: Date;
}

/** One immutable revision. Hashes are lower-case hexadecimal. */
export interface RevisionRow {
  readonly id: string;
  readonly nodeId: string;
  readonly curriculumId: string;
  readonly kind: NodeKind;
  readonly slug: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly docHash: string | null;
  readonly contentHash: string;
  readonly studyHash: string;
  readonly stemHash: string | null;
  readonly keyHash: string | null;
  readonly schemaVersion: number;
}

const COLUMNS = `r.id, r.node_id as "nodeId", n.curriculum_id as "curriculumId", n.kind, n.slug, r.title, r.meta,
  encode(r.doc_hash, 'hex') as "docHash", encode(r.content_hash, 'hex') as "contentHash",
  encode(r.study_hash, 'hex') as "studyHash", encode(r.stem_hash, 'hex') as "stemHash",
  encode(r.key_hash, 'hex') as "keyHash", r.schema_version as "schemaVersion"`;

function key(nodeId: string, contentHash: string): string {
  return `${nodeId} ${contentHash}`;
}

/**
 * Revisions of nodes. A node has one revision per content: putting content that it had before gives
 * back the old revision, so that what was learnt of it counts again without any rule.
 */
@Injectable()
export class RevisionStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Stores revisions (their documents must be stored) and returns their ids in the order given. */
  async put(revisions: readonly NewRevision[]): Promise<string[]> {
    const known = new Map<string, string>();
    for (const some of batches(revisions)) {
      for (const [name, id] of await this.putSome(some)) known.set(name, id);
    }
    return revisions.map((row) => known.get(key(row.nodeId, row.hashes.contentHash)) ?? '');
  }

  async byIds(ids: readonly string[]): Promise<RevisionRow[]> {
    if (ids.length === 0) return [];
    return this.database.prepared<RevisionRow>(
      'curriculum-revisions',
      `select ${COLUMNS} from node_revision r join node n on n.id = r.node_id
       where r.id = any($1::uuid[])`,
      [[...new Set(ids)]],
    );
  }

  /** The revision of a node with this content, if it ever had it. */
  async ofContent(nodeId: string, contentHash: string): Promise<RevisionRow | null> {
    const [row] = await this.database.query<RevisionRow>(
      `select ${COLUMNS} from node_revision r join node n on n.id = r.node_id
       where r.node_id = $1 and r.content_hash = decode($2, 'hex')`,
      [nodeId, contentHash],
    );
    return row ?? null;
  }

  /** Revisions of nodes that were read from these texts, by node; the earliest where there are several. */
  async ofSources(
    wanted: readonly { readonly nodeId: string; readonly source: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; nodeId: string }>(
      `select distinct on (r.node_id) r.id, r.node_id as "nodeId"
       from unnest($1::uuid[], $2::text[]) as wanted(node_id, source)
       join node_revision r on r.node_id = wanted.node_id and r.meta -> 'markdown' ->> 'source' = wanted.source
         and r.meta -> 'markdown' ->> 'of' = encode(r.doc_hash, 'hex')
       order by r.node_id, r.id`,
      [column(wanted, (row) => row.nodeId), column(wanted, (row) => row.source)],
    );
    return new Map(rows.map((row) => [row.nodeId, row.id]));
  }

  private async putSome(revisions: readonly NewRevision[]): Promise<Map<string, string>> {
    const fresh = revisions.map((row) => ({ ...row, id: this.ids.next() }));
    await this.insert(fresh);
    const found = await this.idsOf(fresh);
    const made = fresh.filter(
      (row) => found.get(key(row.nodeId, row.hashes.contentHash)) === row.id,
    );
    await this.insertParents(made);
    await this.insertReferences(made);
    return found;
  }

  private async idsOf(revisions: readonly NewRevision[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; nodeId: string; contentHash: string }>(
      `select r.id, r.node_id as "nodeId", encode(r.content_hash, 'hex') as "contentHash"
       from unnest($1::uuid[], $2::text[]) as wanted(node_id, hash)
       join node_revision r on r.node_id = wanted.node_id and r.content_hash = decode(wanted.hash, 'hex')`,
      [column(revisions, (row) => row.nodeId), column(revisions, (row) => row.hashes.contentHash)],
    );
    return new Map(rows.map((row) => [key(row.nodeId, row.contentHash), row.id]));
  }

  private async insert(revisions: readonly (NewRevision & { id: string })[]): Promise<void> {
    await this.database.query(
      `insert into node_revision (id, node_id, title, meta, doc_hash, content_hash, study_hash, stem_hash,
         key_hash, schema_version, made_in_request_id, author_id, author_label, at)
       select id, node_id, title, meta::jsonb, decode(doc, 'hex'), decode(content, 'hex'), decode(study, 'hex'),
         decode(stem, 'hex'), decode(key, 'hex'), schema_version, request_id, author_id, author_label, at
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::text[], $10::int[], $11::uuid[], $12::uuid[], $13::text[], $14::timestamptz[])
         as new(id, node_id, title, meta, doc, content, study, stem, key, schema_version, request_id, author_id, author_label, at)
       on conflict (node_id, content_hash) do nothing`,
      [
        column(revisions, (row) => row.id),
        column(revisions, (row) => row.nodeId),
        column(revisions, (row) => row.content.title),
        column(revisions, (row) => JSON.stringify(row.content.meta)),
        column(revisions, (row) => row.hashes.docHash),
        column(revisions, (row) => row.hashes.contentHash),
        column(revisions, (row) => row.hashes.studyHash),
        column(revisions, (row) => row.hashes.stemHash),
        column(revisions, (row) => row.hashes.keyHash),
        column(revisions, (row) => row.schemaVersion),
        column(revisions, (row) => row.madeInRequestId),
        column(revisions, (row) => row.authorId),
        column(revisions, (row) => row.authorLabel),
        column(revisions, (row) => row.at),
      ],
    );
  }

  private async insertParents(revisions: readonly (NewRevision & { id: string })[]): Promise<void> {
    const pairs = revisions.flatMap(({ id, parentId }) =>
      parentId === null ? [] : [{ id, parentId }],
    );
    if (pairs.length === 0) return;
    await this.database.query(
      `insert into revision_parent (revision_id, parent_revision_id)
       select * from unnest($1::uuid[], $2::uuid[])`,
      [column(pairs, (pair) => pair.id), column(pairs, (pair) => pair.parentId)],
    );
  }

  private async insertReferences(
    revisions: readonly (NewRevision & { id: string })[],
  ): Promise<void> {
    const rows = revisions.flatMap(({ id, references }) =>
      references.map((reference) => ({ id, ...reference })),
    );
    for (const some of batches(rows)) {
      await this.database.query(
        `insert into revision_ref (revision_id, kind, target)
         select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing`,
        [
          column(some, (row) => row.id),
          column(some, (row) => row.kind),
          column(some, (row) => row.target),
        ],
      );
    }
  }
}
