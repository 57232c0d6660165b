import type { NodeKind } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { batches, column } from './batches.js';

/** What a request did with one node in a version that somebody judged. */
export interface NewJudgedNode {
  readonly nodeId: string;
  /** Where it was put; null where it stayed. */
  readonly placement: { readonly parentId: string; readonly rank: string } | null;
  readonly deleted: boolean;
  /** What it said; null where its content was left alone. */
  readonly content: {
    readonly title: string;
    readonly meta: Readonly<Record<string, unknown>>;
    readonly docHash: string | null;
  } | null;
}

/** The same with what the node is. */
export interface JudgedNode extends NewJudgedNode {
  readonly kind: NodeKind;
  readonly slug: string;
}

interface Row {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly slug: string;
  readonly parentId: string | null;
  readonly rank: string | null;
  readonly deleted: boolean;
  readonly title: string | null;
  readonly meta: Readonly<Record<string, unknown>> | null;
  readonly docHash: string | null;
}

/** Versions of requests that verdicts are about: whole, for ever, with their texts by hash. */
@Injectable()
export class JudgedStore {
  constructor(private readonly database: Database) {}

  /** Keeps a version once, however often it is judged. Its documents must be stored. */
  async put(
    requestId: string,
    overlayHash: string,
    nodes: readonly NewJudgedNode[],
  ): Promise<void> {
    for (const some of batches(nodes)) {
      await this.database.query(
        `insert into judged_node (request_id, overlay_hash, node_id, parent_id, rank, deleted, title, meta, doc_hash)
         select $1, decode($2, 'hex'), node_id, parent_id, rank, deleted, title, meta, decode(doc_hash, 'hex')
         from unnest($3::uuid[], $4::uuid[], $5::text[], $6::bool[], $7::text[], $8::jsonb[], $9::text[])
           as new(node_id, parent_id, rank, deleted, title, meta, doc_hash)
         on conflict do nothing`,
        [
          requestId,
          overlayHash,
          column(some, ({ nodeId }) => nodeId),
          column(some, ({ placement }) => placement?.parentId ?? null),
          column(some, ({ placement }) => placement?.rank ?? null),
          column(some, ({ deleted }) => deleted),
          column(some, ({ content }) => content?.title ?? null),
          column(some, ({ content }) => (content === null ? null : JSON.stringify(content.meta))),
          column(some, ({ content }) => content?.docHash ?? null),
        ],
      );
    }
  }

  async of(requestId: string, overlayHash: string): Promise<JudgedNode[]> {
    const rows = await this.database.query<Row>(
      `select j.node_id as "nodeId", n.kind, n.slug, j.parent_id as "parentId", j.rank, j.deleted, j.title, j.meta,
         encode(j.doc_hash, 'hex') as "docHash"
       from judged_node j join node n on n.id = j.node_id
       where j.request_id = $1 and j.overlay_hash = decode($2, 'hex') order by j.node_id`,
      [requestId, overlayHash],
    );
    return rows.map(({ parentId, rank, title, meta, docHash, ...node }) => ({
      ...node,
      placement: parentId === null || rank === null ? null : { parentId, rank },
      content: title === null || meta === null ? null : { title, meta, docHash },
    }));
  }
}
