import type { CommitPlan, Member, NodeKind, TreeRow } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { batches, column } from './batches.js';

/** A line and how far it has come. */
export interface LineRow {
  readonly id: string;
  readonly curriculumId: string;
  /** A maintenance line carries the errata of one major after the main line has gone on. */
  readonly kind: 'main' | 'maintenance';
  readonly headSeq: number;
  /** Its last commit that somebody's work made: no fork, and nothing that a withdrawal took back; 0 before any. */
  readonly workedSeq: number;
  /** Its last commit that was no correction: an edition issued since then is corrected on this line; 0 before any. */
  readonly amendedSeq: number;
  readonly forkedFromCommitId: string | null;
}

/** A node of the curriculum at one commit, with what rules and manifests need to know of it. */
export interface LineNode extends TreeRow {
  readonly kind: NodeKind;
  readonly slug: string;
  readonly contentHash: string;
  readonly fromSeq: number;
}

/** Where a commit is: `seq` counts from 1 on its line. */
export interface CommitPlace {
  readonly commitId: string;
  readonly lineId: string;
  readonly seq: number;
  readonly manifestHash: string;
}

const LINE = `id, curriculum_id as "curriculumId", kind, head_seq as "headSeq",
  forked_from_commit_id as "forkedFromCommitId",
  coalesce((select max(w.seq) from line_commit w where w.line_id = line.id and w.kind not in ('fork', 'revert')), 0)
    as "workedSeq",
  coalesce((select max(w.seq) from line_commit w where w.line_id = line.id and w.kind in ('import', 'merge')), 0)
    as "amendedSeq"`;

const MEMBER = `m.node_id as "nodeId", m.parent_id as "parentId", m.rank, m.revision_id as "revisionId",
  lower(m.seqs) as "fromSeq", n.kind, n.slug, encode(r.content_hash, 'hex') as "contentHash"`;

const MEMBER_JOINS =
  'from member m join node n on n.id = m.node_id join node_revision r on r.id = m.revision_id';

const PLACE = `c.id as "commitId", c.line_id as "lineId", c.seq, encode(c.manifest_hash, 'hex') as "manifestHash"`;

/** Lines, their members and the places of their commits. Commits are written by `CommitStore`. */
@Injectable()
export class LineStore {
  constructor(private readonly database: Database) {}

  async create(line: { id: string; curriculumId: string; at: Date }): Promise<void> {
    await this.database.query(
      `insert into line (id, curriculum_id, kind, created_at) values ($1, $2, 'main', $3)`,
      [line.id, line.curriculumId, line.at],
    );
  }

  /** An empty maintenance line beside the main one. */
  async createFork(line: {
    readonly id: string;
    readonly curriculumId: string;
    readonly forkedFromCommitId: string;
    readonly at: Date;
  }): Promise<void> {
    await this.database.query(
      `insert into line (id, curriculum_id, kind, forked_from_commit_id, created_at)
       values ($1, $2, 'maintenance', $3, $4)`,
      [line.id, line.curriculumId, line.forkedFromCommitId, line.at],
    );
  }

  /** Takes the line's lock: until the transaction ends nobody else writes to it. */
  async lock(lineId: string): Promise<LineRow | null> {
    const [row] = await this.database.query<LineRow>(
      `select ${LINE} from line where id = $1 for update`,
      [lineId],
    );
    return row ?? null;
  }

  async mainOf(curriculumId: string): Promise<LineRow | null> {
    const [row] = await this.database.query<LineRow>(
      `select ${LINE} from line where curriculum_id = $1 and kind = 'main'`,
      [curriculumId],
    );
    return row ?? null;
  }

  /** The main line of a curriculum and those of its errata. */
  async ofCurriculum(curriculumId: string): Promise<LineRow[]> {
    return this.database.query<LineRow>(
      `select ${LINE} from line where curriculum_id = $1 order by kind, created_at, id`,
      [curriculumId],
    );
  }

  async byId(lineId: string): Promise<LineRow | null> {
    const [row] = await this.database.query<LineRow>(`select ${LINE} from line where id = $1`, [
      lineId,
    ]);
    return row ?? null;
  }

  /** The curriculum as commit `seq` of the line left it, in no particular order. */
  async asOf(lineId: string, seq: number): Promise<LineNode[]> {
    return this.database.prepared<LineNode>(
      'curriculum-line-as-of',
      `select ${MEMBER} ${MEMBER_JOINS} where m.line_id = $1 and m.seqs @> $2::int`,
      [lineId, seq],
    );
  }

  /** Members whose stay begins or ends after commit `from` and up to `to`: what changed between. */
  async changedBetween(lineId: string, from: number, to: number): Promise<string[]> {
    const rows = await this.database.query<{ nodeId: string }>(
      `select node_id as "nodeId" from member
       where line_id = $1 and lower(seqs) > $2 and lower(seqs) <= $3
       union
       select node_id from member where line_id = $1 and upper(seqs) > $2 and upper(seqs) <= $3`,
      [lineId, from, to],
    );
    return rows.map((row) => row.nodeId);
  }

  /** The commit at the head of a line; null for a line without commits. */
  async headCommit(lineId: string): Promise<CommitPlace | null> {
    const [row] = await this.database.query<CommitPlace>(
      `select ${PLACE} from line l join line_commit c on c.line_id = l.id and c.seq = l.head_seq
       where l.id = $1`,
      [lineId],
    );
    return row ?? null;
  }

  async place(commitId: string): Promise<CommitPlace | null> {
    const [row] = await this.database.query<CommitPlace>(
      `select ${PLACE} from line_commit c where c.id = $1`,
      [commitId],
    );
    return row ?? null;
  }

  /** Ends the stays that a commit ends. The line must be locked and its head not yet moved. */
  async closeMembers(lineId: string, plan: CommitPlan): Promise<void> {
    for (const some of batches(plan.closed)) {
      await this.database.query(
        `update member set seqs = int4range(lower(seqs), $2::int)
         where line_id = $1 and node_id = any($3::uuid[]) and upper_inf(seqs)`,
        [lineId, plan.seq, column(some, (row) => row.nodeId)],
      );
    }
  }

  /** Begins the stays that a commit begins. */
  async openMembers(lineId: string, opened: readonly Member[]): Promise<void> {
    for (const some of batches(opened)) {
      await this.database.query(
        `insert into member (line_id, node_id, parent_id, rank, revision_id, seqs)
         select $1, node_id, parent_id, rank, revision_id, int4range(from_seq, null)
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::int[])
           as new(node_id, parent_id, rank, revision_id, from_seq)`,
        [
          lineId,
          column(some, (row) => row.nodeId),
          column(some, (row) => row.parentId),
          column(some, (row) => row.rank),
          column(some, (row) => row.revisionId),
          column(some, (row) => row.fromSeq),
        ],
      );
    }
  }

  /** Moves the head to the commit that was written: the last step of a commit. */
  async moveHead(lineId: string, seq: number): Promise<void> {
    await this.database.query('update line set head_seq = $2 where id = $1', [lineId, seq]);
  }
}
