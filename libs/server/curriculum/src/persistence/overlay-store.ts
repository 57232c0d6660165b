import type { NodeKind } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { groupBy } from '../policies/group-by.js';
import type { ChangeClass } from './commit-store.js';

/** What a change request does with one node over its base. */
export interface OverlayItemRow {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly slug: string;
  readonly placed: boolean;
  readonly parentId: string | null;
  readonly rank: string | null;
  readonly deleted: boolean;
  readonly revisionId: string | null;
  readonly reason: string;
  readonly changeClass: Exclude<ChangeClass, 'through-child'> | null;
  readonly restudy: boolean;
}

/** Who last did something with a node of a request, and when. */
export interface ItemTouch {
  readonly nodeId: string;
  readonly by: string;
  readonly at: Date;
}

/** Who changes the overlay of which request, when. */
export interface OverlayEdit {
  readonly requestId: string;
  readonly at: Date;
  readonly by: string;
}

/** What a request is written over at a node: what it says there and where it stands. */
export interface Ground {
  readonly parentId: string | null;
  readonly rank: string;
  readonly contentHash: string;
}

const COLUMNS = `i.node_id as "nodeId", n.kind, n.slug, i.placed, i.parent_id as "parentId", i.rank, i.deleted,
  i.revision_id as "revisionId", i.reason, i.change_class as "changeClass", i.restudy`;

/** Overlays of change requests: one row per node that a request touches. */
@Injectable()
export class OverlayStore {
  constructor(private readonly database: Database) {}

  async items(requestId: string): Promise<OverlayItemRow[]> {
    return this.database.query<OverlayItemRow>(
      `select ${COLUMNS} from cr_item i join node n on n.id = i.node_id where i.request_id = $1 order by i.node_id`,
      [requestId],
    );
  }

  /** What several requests do, by request. */
  async itemsOf(requestIds: readonly string[]): Promise<ReadonlyMap<string, OverlayItemRow[]>> {
    const rows = await this.database.query<OverlayItemRow & { readonly requestId: string }>(
      `select i.request_id as "requestId", ${COLUMNS} from cr_item i join node n on n.id = i.node_id
       where i.request_id = any($1::uuid[]) order by i.request_id, i.node_id`,
      [requestIds],
    );
    return groupBy(rows, ({ requestId }) => requestId);
  }

  /** The nodes that a request touched after a moment. */
  async touchedSince(requestId: string, at: Date): Promise<ItemTouch[]> {
    return this.database.query<ItemTouch>(
      `select node_id as "nodeId", updated_by as by, updated_at as at from cr_item
       where request_id = $1 and updated_at > $2`,
      [requestId, at],
    );
  }

  /** Notes that the request touches a node; what it does with it already stays. */
  async touch(edit: OverlayEdit, nodeId: string): Promise<void> {
    await this.database.query(
      `insert into cr_item (request_id, node_id, updated_at, updated_by) values ($1, $2, $3, $4)
       on conflict (request_id, node_id) do update set updated_at = $3, updated_by = $4`,
      [edit.requestId, nodeId, edit.at, edit.by],
    );
  }

  async place(
    edit: OverlayEdit,
    nodeId: string,
    place: { readonly parentId: string; readonly rank: string },
  ): Promise<void> {
    await this.database.query(
      `insert into cr_item (request_id, node_id, placed, parent_id, rank, updated_at, updated_by)
       values ($1, $2, true, $3, $4, $5, $6)
       on conflict (request_id, node_id) do update set placed = true, parent_id = $3, rank = $4, deleted = false,
         updated_at = $5, updated_by = $6`,
      [edit.requestId, nodeId, place.parentId, place.rank, edit.at, edit.by],
    );
  }

  /** Leaves nodes where the base has them; what the request does with their content stays. */
  async unplace(edit: OverlayEdit, nodeIds: readonly string[]): Promise<void> {
    await this.database.query(
      `update cr_item set placed = false, parent_id = null, rank = null, updated_at = $3, updated_by = $4
       where request_id = $1 and node_id = any($2::uuid[]) and placed`,
      [edit.requestId, nodeIds, edit.at, edit.by],
    );
  }

  /** Takes nodes of the base out. */
  async setDeleted(edit: OverlayEdit, nodeIds: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into cr_item (request_id, node_id, deleted, updated_at, updated_by)
       select $1, id, true, $3, $4 from unnest($2::uuid[]) as gone(id)
       on conflict (request_id, node_id) do update set deleted = true, placed = false, parent_id = null, rank = null,
         updated_at = $3, updated_by = $4`,
      [edit.requestId, nodeIds, edit.at, edit.by],
    );
  }

  /** Takes nodes out as they stand in the request: texts and places stay, for when they are brought back. */
  async takeOut(edit: OverlayEdit, nodeIds: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into cr_item (request_id, node_id, deleted, updated_at, updated_by)
       select $1, id, true, $3, $4 from unnest($2::uuid[]) as gone(id)
       on conflict (request_id, node_id) do update set deleted = true, updated_at = $3, updated_by = $4`,
      [edit.requestId, nodeIds, edit.at, edit.by],
    );
  }

  /** Brings nodes back as they stood when they were taken out. */
  async bringBack(edit: OverlayEdit, nodeIds: readonly string[]): Promise<void> {
    await this.database.query(
      `update cr_item set deleted = false, updated_at = $3, updated_by = $4
       where request_id = $1 and node_id = any($2::uuid[]) and deleted`,
      [edit.requestId, nodeIds, edit.at, edit.by],
    );
  }

  async explain(edit: OverlayEdit, nodeId: string, reason: string): Promise<void> {
    await this.database.query(
      `insert into cr_item (request_id, node_id, reason, updated_at, updated_by) values ($1, $2, $3, $4, $5)
       on conflict (request_id, node_id) do update set reason = $3, updated_at = $4, updated_by = $5`,
      [edit.requestId, nodeId, reason, edit.at, edit.by],
    );
  }

  /** Notes the revision that the working text of a node became; null while it has none. */
  async setRevision(requestId: string, nodeId: string, revisionId: string | null): Promise<void> {
    await this.database.query(
      'update cr_item set revision_id = $3 where request_id = $1 and node_id = $2',
      [requestId, nodeId, revisionId],
    );
  }

  /** Lays what one request does over the base of another, working texts included, as their first version. */
  async copy(fromId: string, { requestId, at, by }: OverlayEdit): Promise<void> {
    await this.database.query(
      `insert into cr_item (request_id, node_id, placed, parent_id, rank, deleted, base_revision_id, base_parent_id,
         reason, change_class, restudy, updated_at, updated_by)
       select $2, node_id, placed, parent_id, rank, deleted, base_revision_id, base_parent_id, reason, change_class,
         restudy, $3, $4 from cr_item where request_id = $1`,
      [fromId, requestId, at, by],
    );
    await this.database.query(
      `insert into cr_draft (request_id, node_id, version, title, meta, document, saved_at, saved_by, content_hash,
         changed_words)
       select $2, node_id, 1, title, meta, document, $3, saved_by, content_hash, changed_words
       from cr_draft where request_id = $1`,
      [fromId, requestId, at],
    );
    await this.database.query(
      `insert into cr_draft_version (request_id, node_id, version, title, meta, document, saved_at, saved_by)
       select request_id, node_id, version, title, meta, document, saved_at, saved_by
       from cr_draft where request_id = $1`,
      [requestId],
    );
  }

  /**
   * Keeps what the request does with a node aside, its working text included, before that is dropped, and what it was
   * written over.
   */
  async setAside({ requestId }: OverlayEdit, nodeId: string, over: Ground): Promise<void> {
    await this.database.query(
      `insert into cr_set_aside (request_id, node_id, item, draft)
       select i.request_id, i.node_id, to_jsonb(i) || jsonb_build_object('over', $3::jsonb), to_jsonb(d) from cr_item i
       left join cr_draft d using (request_id, node_id) where i.request_id = $1 and i.node_id = $2
       on conflict (request_id, node_id) do update set item = excluded.item, draft = excluded.draft`,
      [requestId, nodeId, JSON.stringify(over)],
    );
  }

  /** What a node said, and where it stood, when what the request did with it was set aside; null where nothing was. */
  async setAsideOver(requestId: string, nodeId: string): Promise<Ground | null> {
    const [row] = await this.database.query<{ over: Ground }>(
      `select item -> 'over' as over from cr_set_aside where request_id = $1 and node_id = $2`,
      [requestId, nodeId],
    );
    return row?.over ?? null;
  }

  /** Takes up again what was set aside of a node that the request does nothing with. */
  async takeUp({ requestId, at, by }: OverlayEdit, nodeId: string): Promise<void> {
    const kept = `from cr_set_aside a, jsonb_populate_record(null::cr_draft, a.draft) d
      where a.request_id = $1 and a.node_id = $2 and a.draft is not null`;
    await this.database.query(
      `insert into cr_item select i.* from cr_set_aside a, jsonb_populate_record(null::cr_item,
         a.item || jsonb_build_object('updated_at', $3::timestamptz, 'updated_by', $4::uuid)) i
       where a.request_id = $1 and a.node_id = $2`,
      [requestId, nodeId, at, by],
    );
    await this.database.query(`insert into cr_draft select d.* ${kept}`, [requestId, nodeId]);
    await this.database.query(
      `insert into cr_draft_version (request_id, node_id, version, title, meta, document, saved_at, saved_by)
       select d.request_id, d.node_id, d.version, d.title, d.meta, d.document, d.saved_at, d.saved_by ${kept}`,
      [requestId, nodeId],
    );
    await this.database.query('delete from cr_set_aside where request_id = $1 and node_id = $2', [
      requestId,
      nodeId,
    ]);
  }

  /** Forgets what the request does with nodes, their working texts and leases included. */
  async drop(requestId: string, nodeIds: readonly string[]): Promise<void> {
    for (const table of ['cr_draft_version', 'cr_draft', 'cr_lease', 'cr_item']) {
      await this.database.query(
        `delete from ${table} where request_id = $1 and node_id = any($2::uuid[])`,
        [requestId, nodeIds],
      );
    }
  }
}
