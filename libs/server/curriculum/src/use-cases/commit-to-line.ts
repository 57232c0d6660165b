import { DomainError, type MemberChange } from '@cam-nang/domain';
import { Clock, Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { commitChainHash, NO_LINK } from '../integrity/commit-chain.js';
import { PublishedHeads } from '../integrity/published-heads.js';
import { CommitStore, type CommitKind, type CommitRow } from '../persistence/commit-store.js';
import { LineStore, type LineNode, type LineRow } from '../persistence/line-store.js';
import { RevisionStore, type RevisionRow } from '../persistence/revision-store.js';
import { soundCommit, type LineChange, type SoundCommit } from '../policies/sound-commit.js';

/** A commit to be written. */
export interface CommitRequest {
  readonly lineId: string;
  /** The head that the changes were worked out on; another head is refused. */
  readonly onHead: number;
  readonly kind: CommitKind;
  readonly requestId: string | null;
  readonly message: string;
  readonly authorId: string | null;
  readonly changes: readonly LineChange[];
}

/** A commit that was written. */
export interface Committed {
  readonly commitId: string;
  readonly seq: number;
  readonly manifestHash: string;
}

/** The one writer of a line: everything that changes a curriculum passes through here. */
@Injectable()
export class CommitToLine {
  constructor(
    private readonly database: Database,
    private readonly lines: LineStore,
    private readonly commits: CommitStore,
    private readonly revisions: RevisionStore,
    private readonly heads: PublishedHeads,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Writes one commit: under the line's lock, whole or not at all, and only when the tree after it
   * keeps every rule.
   *
   * @throws DomainError `curriculum.base_moved` when the head is not `onHead` any more;
   *   `curriculum.structure_invalid`; `curriculum.nothing_changed`; `resource.not_found`
   */
  run(request: CommitRequest): Promise<Committed> {
    return this.database.run(async () => {
      const line = await this.lockedLine(request);
      const before = await this.lines.asOf(line.id, line.headSeq);
      const revisions = await this.namedRevisions(before, request.changes);
      const { curriculumId, headSeq } = line;
      const facts = { curriculumId, before, headSeq, kind: request.kind, revisions };
      const sound = soundCommit(facts, request.changes);
      const row = await this.rowOf(request, line, sound);
      await this.write(row, sound);
      this.database.afterCommit(() => this.heads.publish());
      return { commitId: row.id, seq: row.seq, manifestHash: row.manifestHash };
    });
  }

  private async lockedLine(request: CommitRequest): Promise<LineRow> {
    const line = await this.lines.lock(request.lineId);
    if (line === null) throw new DomainError('resource.not_found');
    if (line.headSeq !== request.onHead) {
      throw new DomainError('curriculum.base_moved', { head: line.headSeq });
    }
    return line;
  }

  private async namedRevisions(
    before: readonly LineNode[],
    changes: readonly MemberChange[],
  ): Promise<ReadonlyMap<string, RevisionRow>> {
    const changed = new Set(changes.map(({ nodeId }) => nodeId));
    const old = before.filter((row) => changed.has(row.nodeId)).map((row) => row.revisionId);
    const fresh = changes.flatMap(({ after }) => (after === null ? [] : [after.revisionId]));
    const rows = await this.revisions.byIds([...old, ...fresh]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async rowOf(
    request: CommitRequest,
    line: LineRow,
    sound: SoundCommit,
  ): Promise<CommitRow> {
    const parent = line.headSeq === 0 ? null : await this.commits.at(line.id, line.headSeq);
    const row = {
      id: this.ids.next(),
      lineId: line.id,
      seq: sound.plan.seq,
      parentId: parent?.id ?? null,
      kind: request.kind,
      requestId: request.requestId,
      message: request.message,
      authorId: request.authorId,
      at: this.clock.now(),
      manifestHash: sound.manifestHash,
      changes: sound.plan.changes.length,
    };
    return { ...row, chainHash: commitChainHash(parent?.chainHash ?? NO_LINK, row, sound.rows) };
  }

  private async write(row: CommitRow, { plan, rows }: SoundCommit): Promise<void> {
    await this.commits.insert(row, rows);
    await this.lines.closeMembers(row.lineId, plan);
    await this.lines.openMembers(row.lineId, plan.opened);
    await this.lines.moveHead(row.lineId, row.seq);
  }
}
