import type { NodeKind, Passage, RichNode, ThreadEntryKind } from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** A thread as it is kept: about a request or about a frozen edition. */
export interface ThreadRow extends Passage {
  readonly id: string;
  readonly curriculumId: string;
  readonly requestId: string | null;
  readonly editionId: string | null;
  readonly nodeId: string;
  readonly nodeKind: NodeKind;
  readonly side: 'after' | 'before';
  readonly seenHash: string;
  readonly revisionId: string | null;
  readonly blocking: boolean;
  readonly openedBy: string;
  readonly openedAt: Date;
}

/** Something said or done in a thread, as it is kept. */
export interface ThreadEntryRow {
  readonly id: string;
  readonly threadId: string;
  readonly kind: ThreadEntryKind;
  readonly body: string;
  readonly about: string | null;
  readonly blockBefore: RichNode | null;
  readonly blockAfter: RichNode | null;
  readonly by: string;
  readonly at: Date;
}

/** How many threads of a request wait for somebody, and how many of them hold it up. */
export interface ThreadCounts {
  readonly open: number;
  readonly blocking: number;
}

const THREAD = `t.id, t.curriculum_id as "curriculumId", t.request_id as "requestId", t.edition_id as "editionId",
  t.node_id as "nodeId", n.kind as "nodeKind", t.side, t.block_id as "blockId", t.quote, t.quote_before as "before",
  t.quote_after as "after", t.quote_offset as "offset", encode(t.seen_hash, 'hex') as "seenHash",
  t.revision_id as "revisionId", t.blocking, t.opened_by as "openedBy", t.opened_at as "openedAt"
  from comment_thread t join node n on n.id = t.node_id`;

const ENTRY = `id, thread_id as "threadId", kind, body, about_id as "about", block_before as "blockBefore",
  block_after as "blockAfter", actor_id as "by", at`;

/** Threads about passages and what was said in them; nothing is ever changed or taken away. */
@Injectable()
export class CommentStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  async byId(id: string): Promise<ThreadRow | null> {
    const [row] = await this.database.query<ThreadRow>(`select ${THREAD} where t.id = $1`, [id]);
    return row ?? null;
  }

  ofRequest(requestId: string): Promise<ThreadRow[]> {
    return this.database.query<ThreadRow>(
      `select ${THREAD} where t.request_id = $1 order by t.opened_at, t.id`,
      [requestId],
    );
  }

  ofEdition(editionId: string): Promise<ThreadRow[]> {
    return this.database.query<ThreadRow>(
      `select ${THREAD} where t.edition_id = $1 order by t.opened_at, t.id`,
      [editionId],
    );
  }

  entries(threadIds: readonly string[]): Promise<ThreadEntryRow[]> {
    return this.database.query<ThreadEntryRow>(
      `select ${ENTRY} from comment_entry where thread_id = any($1::uuid[]) order by thread_id, seq`,
      [threadIds],
    );
  }

  async insertThread(thread: Omit<ThreadRow, 'id' | 'nodeKind'>): Promise<string> {
    const id = this.ids.next();
    await this.database.query(
      `insert into comment_thread (id, curriculum_id, request_id, edition_id, node_id, side, block_id, quote,
         quote_before, quote_after, quote_offset, seen_hash, revision_id, blocking, opened_by, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'), $13, $14, $15, $16)`,
      [
        id,
        thread.curriculumId,
        thread.requestId,
        thread.editionId,
        thread.nodeId,
        thread.side,
        thread.blockId,
        thread.quote,
        thread.before,
        thread.after,
        thread.offset,
        thread.seenHash,
        thread.revisionId,
        thread.blocking,
        thread.openedBy,
        thread.openedAt,
      ],
    );
    return id;
  }

  /** Adds an entry after the last one. What the thread is about must be locked. */
  async insertEntry(entry: Omit<ThreadEntryRow, 'id'>): Promise<string> {
    const id = this.ids.next();
    const block = (node: RichNode | null) => (node === null ? null : JSON.stringify(node));
    await this.database.query(
      `insert into comment_entry (id, thread_id, seq, kind, body, about_id, block_before, block_after, actor_id, at)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9
       from comment_entry where thread_id = $2`,
      [
        id,
        entry.threadId,
        entry.kind,
        entry.body,
        entry.about,
        block(entry.blockBefore),
        block(entry.blockAfter),
        entry.by,
        entry.at,
      ],
    );
    return id;
  }

  /** Threads of requests that wait for somebody, by request. */
  async openCounts(requestIds: readonly string[]): Promise<ReadonlyMap<string, ThreadCounts>> {
    const rows = await this.database.query<ThreadCounts & { readonly requestId: string }>(
      `select t.request_id as "requestId", count(*)::int as open,
         (count(*) filter (where t.blocking))::int as blocking
       from comment_thread t
       where t.request_id = any($1::uuid[]) and 'resolved' is distinct from (
         select e.kind from comment_entry e
         where e.thread_id = t.id and e.kind in ('resolved', 'reopened') order by e.seq desc limit 1)
       group by t.request_id`,
      [requestIds],
    );
    return new Map(rows.map(({ requestId, open, blocking }) => [requestId, { open, blocking }]));
  }

  /** Who proposed the words that were taken over into the nodes of a request. */
  async proposers(requestId: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.query<{ nodeId: string; people: string[] }>(
      `select t.node_id as "nodeId", array_agg(distinct s.actor_id)::text[] as people
       from comment_thread t join comment_entry taken on taken.thread_id = t.id and taken.kind = 'taken_over'
         join comment_entry s on s.id = taken.about_id
       where t.request_id = $1 group by t.node_id`,
      [requestId],
    );
    return new Map(rows.map(({ nodeId, people }) => [nodeId, people]));
  }
}
