import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { batches, column } from './batches.js';

export type CommitKind = 'import' | 'merge' | 'erratum' | 'revert' | 'fork';

export type ChangeClass =
  'editorial' | 'clarifying' | 'substantive' | 'new' | 'repealed' | 'through-child';

/** A commit's own row. Hashes are lower-case hexadecimal. */
export interface CommitRow {
  readonly id: string;
  readonly lineId: string;
  readonly seq: number;
  readonly parentId: string | null;
  readonly kind: CommitKind;
  readonly requestId: string | null;
  readonly message: string;
  readonly authorId: string | null;
  readonly at: Date;
  readonly manifestHash: string;
  readonly chainHash: string;
  readonly changes: number;
}

/** What a commit did to one node, as it is kept for ever. */
export interface CommitChangeRow {
  readonly nodeId: string;
  readonly oldRevisionId: string | null;
  readonly newRevisionId: string | null;
  readonly oldParentId: string | null;
  readonly newParentId: string | null;
  readonly newRank: string | null;
  readonly moved: boolean;
  readonly changeClass: ChangeClass;
  readonly restudy: boolean;
  readonly reason: string | null;
  readonly reasonEn: string | null;
  readonly proposedBy: string | null;
}

/** A commit with the change request that it merged, if it came by one. */
export interface MergedCommit {
  readonly at: Date;
  readonly requestId: string | null;
  readonly number: number | null;
  readonly title: string | null;
}

const COMMIT = `id, line_id as "lineId", seq, parent_commit_id as "parentId", kind,
  change_request_id as "requestId", message, author_id as "authorId", at,
  encode(manifest_hash, 'hex') as "manifestHash", encode(chain_hash, 'hex') as "chainHash", changes`;

const CHANGE = `node_id as "nodeId", old_revision_id as "oldRevisionId", new_revision_id as "newRevisionId",
  old_parent_id as "oldParentId", new_parent_id as "newParentId", new_rank as "newRank", moved,
  change_class as "changeClass", restudy, reason, reason_en as "reasonEn", proposed_by as "proposedBy"`;

/** Commits of lines and their lists of changes: written once, by the commit function only. */
@Injectable()
export class CommitStore {
  constructor(private readonly database: Database) {}

  async insert(commit: CommitRow, changes: readonly CommitChangeRow[]): Promise<void> {
    await this.database.query(
      `insert into line_commit (id, line_id, seq, parent_commit_id, kind, change_request_id, message, author_id, at,
         manifest_hash, chain_hash, changes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), decode($11, 'hex'), $12)`,
      [
        commit.id,
        commit.lineId,
        commit.seq,
        commit.parentId,
        commit.kind,
        commit.requestId,
        commit.message,
        commit.authorId,
        commit.at,
        commit.manifestHash,
        commit.chainHash,
        commit.changes,
      ],
    );
    for (const some of batches(changes)) await this.insertChanges(commit.id, some);
  }

  /** Commits of a line in order. */
  async ofLine(lineId: string): Promise<CommitRow[]> {
    return this.database.query<CommitRow>(
      `select ${COMMIT} from line_commit where line_id = $1 order by seq`,
      [lineId],
    );
  }

  async at(lineId: string, seq: number): Promise<CommitRow | null> {
    const [row] = await this.database.query<CommitRow>(
      `select ${COMMIT} from line_commit where line_id = $1 and seq = $2`,
      [lineId, seq],
    );
    return row ?? null;
  }

  /** Changes of a commit, sorted by node. */
  async changes(commitId: string): Promise<CommitChangeRow[]> {
    return this.database.query<CommitChangeRow>(
      `select ${CHANGE} from commit_change where commit_id = $1 order by node_id`,
      [commitId],
    );
  }

  /** Reasons given on a line after commit `from` and up to `to`, the latest of each node first. */
  async reasonsBetween(
    lineId: string,
    from: number,
    to: number,
  ): Promise<Pick<CommitChangeRow, 'nodeId' | 'reason' | 'reasonEn' | 'proposedBy'>[]> {
    return this.database.query(
      `select distinct on (x.node_id) x.node_id as "nodeId", x.reason, x.reason_en as "reasonEn",
         x.proposed_by as "proposedBy"
       from line_commit c join commit_change x on x.commit_id = c.id
       where c.line_id = $1 and c.seq > $2 and c.seq <= $3 and x.change_class <> 'through-child'
       order by x.node_id, (coalesce(x.reason, '') = ''), c.seq desc`,
      [lineId, from, to],
    );
  }

  /** What reached a line after commit `from` and up to `to`, in order, with the request it came by. */
  async mergedBetween(lineId: string, from: number, to: number): Promise<MergedCommit[]> {
    return this.database.query<MergedCommit>(
      `select c.at, r.id as "requestId", r.number, r.title
       from line_commit c left join change_request r on r.id = c.change_request_id
       where c.line_id = $1 and c.seq > $2 and c.seq <= $3 order by c.seq`,
      [lineId, from, to],
    );
  }

  /** Authors of the commits of a line after commit `from` and up to `to`, and of what they merged. */
  async authorsBetween(lineId: string, from: number, to: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select e.actor_id as id from line_commit c
         join change_request_event e on e.request_id = c.change_request_id and e.event in ('opened', 'edited')
       where c.line_id = $1 and c.seq > $2 and c.seq <= $3 and e.actor_id is not null
       union
       select author_id from line_commit
       where line_id = $1 and seq > $2 and seq <= $3 and author_id is not null and change_request_id is null`,
      [lineId, from, to],
    );
    return rows.map((row) => row.id);
  }

  private async insertChanges(commitId: string, rows: readonly CommitChangeRow[]): Promise<void> {
    await this.database.query(
      `insert into commit_change (commit_id, node_id, old_revision_id, new_revision_id, old_parent_id, new_parent_id,
         new_rank, moved, change_class, restudy, reason, reason_en, proposed_by)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bool[],
         $9::text[], $10::bool[], $11::text[], $12::text[], $13::text[])`,
      [
        commitId,
        column(rows, (row) => row.nodeId),
        column(rows, (row) => row.oldRevisionId),
        column(rows, (row) => row.newRevisionId),
        column(rows, (row) => row.oldParentId),
        column(rows, (row) => row.newParentId),
        column(rows, (row) => row.newRank),
        column(rows, (row) => row.moved),
        column(rows, (row) => row.changeClass),
        column(rows, (row) => row.restudy),
        column(rows, (row) => row.reason),
        column(rows, (row) => row.reasonEn),
        column(rows, (row) => row.proposedBy),
      ],
    );
  }
}
