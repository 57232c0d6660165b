import { DomainError, editionLabel } from '@cam-nang/domain';
import { Clock, Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore, type CommitPlace } from '../persistence/line-store.js';
import { errataPlace } from '../policies/errata-line.js';
import { movedTo } from '../policies/request-ground.js';
import { CommitToLine } from './commit-to-line.js';

/** Finds the line on which an edition is corrected, and forks one from the edition where it needs its own. */
@Injectable()
export class ForkLine {
  constructor(
    private readonly database: Database,
    private readonly lines: LineStore,
    private readonly editions: EditionStore,
    private readonly commit: CommitToLine,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * The head of that line; `rows` are all editions of the curriculum. The curriculum must be locked: an edition
   * is forked once.
   */
  run(edition: EditionRow, rows: readonly EditionRow[]): Promise<CommitPlace> {
    return this.database.run(async () => {
      const lines = await this.lines.ofCurriculum(edition.curriculumId);
      const { line } = errataPlace(edition, rows, lines);
      const head = await this.lines.headCommit(line?.id ?? (await this.own(edition)));
      if (head === null) throw new DomainError('resource.not_found');
      return head;
    });
  }

  /**
   * The line on which an erratum that was begun on the main line is written by now; null for whatever stands where it
   * belongs. The curriculum must be locked.
   */
  async forMoved(request: ChangeRequestRow): Promise<string | null> {
    const lines = await this.lines.ofCurriculum(request.curriculumId);
    const rows = await this.editions.ofCurricula([request.curriculumId]);
    const edition = movedTo(request, rows, lines);
    return edition === null ? null : (await this.run(edition, rows)).lineId;
  }

  /** Forks a line from an edition that has none of its own; its id. The curriculum must be locked. */
  async own(edition: EditionRow): Promise<string> {
    const id = this.ids.next();
    const { curriculumId, commitId: forkedFromCommitId } = edition;
    await this.lines.createFork({ id, curriculumId, forkedFromCommitId, at: this.clock.now() });
    const rows = await this.lines.asOf(edition.lineId, edition.seq);
    await this.commit.run({
      lineId: id,
      onHead: 0,
      kind: 'fork',
      requestId: null,
      message: editionLabel(edition),
      authorId: null,
      changes: rows.map(({ nodeId, parentId, rank, revisionId }) => ({
        nodeId,
        after: { parentId, rank, revisionId },
      })),
    });
    return id;
  }
}
