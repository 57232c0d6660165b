import { DomainError } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { CommitStore, type CommitChangeRow, type CommitRow } from '../persistence/commit-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import type { Overlay } from '../policies/overlay.js';
import type { LineChange } from '../policies/sound-commit.js';
import { StrandedCorrections } from '../queries/stranded-corrections.query.js';
import { CommitToLine } from './commit-to-line.js';
import { ForkLine } from './fork-line.js';

/**
 * Brings corrections of the newest edition that nobody has issued yet to a line of their own, commit by commit, before
 * an amendment follows on the main line: the erratum is made of them there, whenever it is.
 */
@Injectable()
export class KeepCorrections {
  constructor(
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly commits: CommitStore,
    private readonly stranded: StrandedCorrections,
    private readonly forks: ForkLine,
    private readonly commit: CommitToLine,
  ) {}

  /**
   * Does nothing where none wait. The curriculum must be locked, and the request laid over the head of its line.
   *
   * @throws DomainError `change_request.errata_first`, with the edition, the erratum and what hinders, where an erratum of them is
   *   sealed already, and where the request takes some of them back
   */
  async run(overlay: Overlay): Promise<void> {
    const { curriculumId } = overlay.request;
    const editions = await this.editions.ofCurricula([curriculumId]);
    const lines = await this.lines.ofCurriculum(curriculumId);
    const below = await this.stranded.below(overlay, { editions, lines });
    if (below === null) return;
    const { edition, next, hindrance, corrected, line, since } = below;
    if (hindrance !== null) {
      throw new DomainError('change_request.errata_first', { edition, next, hindrance });
    }
    const own = await this.forks.own(corrected);
    for (let seq = since + 1; seq <= line.headSeq; seq += 1) {
      const merged = await this.commits.at(line.id, seq);
      if (merged !== null) await this.again(merged, own);
    }
  }

  /** Writes a commit again on another line; what that says already is left out. */
  private async again(merged: CommitRow, lineId: string): Promise<void> {
    const line = await this.lines.byId(lineId);
    if (line === null) throw new DomainError('resource.not_found');
    const there = new Map(
      (await this.lines.asOf(lineId, line.headSeq)).map((row) => [row.nodeId, row.revisionId]),
    );
    const changes = (await this.commits.changes(merged.id))
      .filter(({ changeClass }) => changeClass !== 'through-child')
      .filter(({ nodeId, newRevisionId }) => (there.get(nodeId) ?? null) !== newRevisionId);
    if (changes.length === 0) return;
    const { kind, requestId, message, authorId } = merged;
    const request = { lineId, onHead: line.headSeq, kind, requestId, message, authorId };
    await this.commit.run({ ...request, changes: changes.map(lineChange) });
  }
}

/** A kept change as one to be written. */
function lineChange(row: CommitChangeRow): LineChange {
  const { nodeId, newParentId: parentId, newRank: rank, newRevisionId: revisionId } = row;
  const { changeClass, restudy, reason, reasonEn, proposedBy } = row;
  return {
    nodeId,
    after: revisionId === null || rank === null ? null : { parentId, rank, revisionId },
    restudy,
    ...(changeClass !== 'through-child' && { changeClass }),
    ...(reason !== null && { reason }),
    ...(reasonEn !== null && { reasonEn }),
    ...(proposedBy !== null && { proposedBy }),
  };
}
