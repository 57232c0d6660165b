import { Injectable } from '@nestjs/common';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { latestOfMajor } from '../policies/errata-line.js';
import { CommitToLine } from './commit-to-line.js';

/**
 * Takes the words of a withdrawn erratum back on its line of errata, so that the next one goes on from what
 * stands and does not bring them back unseen. What was merged there since stays as it was judged; the main
 * line keeps every word, for its next edition is compared and appraised as a whole.
 */
@Injectable()
export class TakeBackErratum {
  constructor(
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly commit: CommitToLine,
  ) {}

  /** `withdrawn` is withdrawn by now. The curriculum must be locked. */
  async run(withdrawn: EditionRow, reason: string): Promise<void> {
    const line = await this.lines.lock(withdrawn.lineId);
    if (line?.kind !== 'maintenance') return;
    const rows = await this.editions.ofCurricula([withdrawn.curriculumId]);
    const standing = latestOfMajor(rows, withdrawn.major);
    if (standing === null || standing.minor > withdrawn.minor) return;
    const stood = await this.revisions(standing.lineId, standing.seq);
    const said = await this.revisions(withdrawn.lineId, withdrawn.seq);
    const head = await this.lines.asOf(line.id, line.headSeq);
    const changes = head.flatMap(({ nodeId, parentId, rank, revisionId }) => {
      const before = stood.get(nodeId);
      const own = revisionId === said.get(nodeId) && revisionId !== before;
      if (!own || before === undefined) return [];
      return [{ nodeId, after: { parentId, rank, revisionId: before }, reason }];
    });
    if (changes.length === 0) return;
    await this.commit.run({
      lineId: line.id,
      onHead: line.headSeq,
      kind: 'revert',
      requestId: null,
      message: reason,
      authorId: null,
      changes,
    });
  }

  private async revisions(lineId: string, seq: number): Promise<ReadonlyMap<string, string>> {
    const rows = await this.lines.asOf(lineId, seq);
    return new Map(rows.map(({ nodeId, revisionId }) => [nodeId, revisionId]));
  }
}
