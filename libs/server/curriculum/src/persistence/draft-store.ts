import type { RichNode } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { groupBy } from '../policies/group-by.js';

/** Older versions of a working text than this many are forgotten. */
const VERSIONS_KEPT = 50;

/** The working text of a node in a request. */
export interface DraftRow {
  readonly nodeId: string;
  readonly version: number;
  readonly title: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly document: RichNode | null;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly contentHash: string;
  readonly changedWords: number;
}

/** Which text a node has in a request, without the text itself. */
export type DraftHead = Pick<
  DraftRow,
  'nodeId' | 'version' | 'savedAt' | 'savedBy' | 'contentHash' | 'changedWords'
>;

/** One older version of a working text. */
export type DraftVersion = Pick<DraftRow, 'version' | 'title' | 'meta' | 'document'>;

const HEAD = `node_id as "nodeId", version, saved_at as "savedAt", saved_by as "savedBy",
  encode(content_hash, 'hex') as "contentHash", changed_words as "changedWords"`;

/** A working text as it stood at some moment. */
export type PastDraft = DraftVersion & Pick<DraftRow, 'nodeId' | 'savedAt' | 'savedBy'>;

/** Who saved a working text since some moment, and when last. */
export interface SavedSince {
  readonly nodeId: string;
  readonly people: readonly string[];
  readonly last: Date;
}

/** Working texts: one row per node, saved in place, with the last versions for whoever saves late. */
@Injectable()
export class DraftStore {
  constructor(private readonly database: Database) {}

  async headsOf(requestId: string): Promise<DraftHead[]> {
    return this.database.query<DraftHead>(`select ${HEAD} from cr_draft where request_id = $1`, [
      requestId,
    ]);
  }

  /** Heads of several requests, by request. */
  async headsOfAll(requestIds: readonly string[]): Promise<ReadonlyMap<string, DraftHead[]>> {
    const rows = await this.database.query<DraftHead & { readonly requestId: string }>(
      `select request_id as "requestId", ${HEAD} from cr_draft where request_id = any($1::uuid[])`,
      [requestIds],
    );
    return groupBy(rows, ({ requestId }) => requestId);
  }

  async ofNodes(requestId: string, nodeIds: readonly string[]): Promise<DraftRow[]> {
    if (nodeIds.length === 0) return [];
    return this.database.query<DraftRow>(
      `select ${HEAD}, title, meta, document from cr_draft where request_id = $1 and node_id = any($2::uuid[])`,
      [requestId, nodeIds],
    );
  }

  async version(requestId: string, nodeId: string, version: number): Promise<DraftVersion | null> {
    const [row] = await this.database.query<DraftVersion>(
      `select version, title, meta, document from cr_draft_version
       where request_id = $1 and node_id = $2 and version = $3`,
      [requestId, nodeId, version],
    );
    return row ?? null;
  }

  /** What somebody saved right over a version; null where another did, or it is not kept any more. */
  async savedOver(
    { requestId, nodeId }: { readonly requestId: string; readonly nodeId: string },
    version: number,
    savedBy: string,
  ): Promise<DraftVersion | null> {
    const [row] = await this.database.query<DraftVersion>(
      `select version, title, meta, document from cr_draft_version
       where request_id = $1 and node_id = $2 and version = $3 and saved_by = $4`,
      [requestId, nodeId, version + 1, savedBy],
    );
    return row ?? null;
  }

  /** The working texts of a request as they stood at a moment, as far as those versions are still kept. */
  async asOf(requestId: string, at: Date): Promise<PastDraft[]> {
    return this.database.query<PastDraft>(
      `select distinct on (node_id) node_id as "nodeId", version, title, meta, document, saved_at as "savedAt",
         saved_by as "savedBy"
       from cr_draft_version where request_id = $1 and saved_at <= $2 order by node_id, version desc`,
      [requestId, at],
    );
  }

  async savedSince(requestId: string, at: Date): Promise<SavedSince[]> {
    return this.database.query<SavedSince>(
      `select node_id as "nodeId", array_agg(distinct saved_by)::text[] as people, max(saved_at) as last
       from cr_draft_version where request_id = $1 and saved_at > $2 group by node_id`,
      [requestId, at],
    );
  }

  /** Writes a version of a working text. The request must be locked. */
  async save(requestId: string, draft: DraftRow): Promise<void> {
    const { nodeId, version, title, meta, document, savedAt, savedBy } = draft;
    const content = [
      title,
      JSON.stringify(meta),
      document === null ? null : JSON.stringify(document),
    ];
    await this.database.query(
      `insert into cr_draft (request_id, node_id, version, title, meta, document, saved_at, saved_by, content_hash,
         changed_words)
       values ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10)
       on conflict (request_id, node_id) do update set version = $3, title = $4, meta = $5, document = $6,
         saved_at = $7, saved_by = $8, content_hash = decode($9, 'hex'), changed_words = $10`,
      [
        requestId,
        nodeId,
        version,
        ...content,
        savedAt,
        savedBy,
        draft.contentHash,
        draft.changedWords,
      ],
    );
    await this.database.query(
      `insert into cr_draft_version (request_id, node_id, version, title, meta, document, saved_at, saved_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [requestId, nodeId, version, ...content, savedAt, savedBy],
    );
    await this.database.query(
      'delete from cr_draft_version where request_id = $1 and node_id = $2 and version <= $3',
      [requestId, nodeId, version - VERSIONS_KEPT],
    );
  }
}
