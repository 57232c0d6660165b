import { DomainError } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore, type LineRow } from '../persistence/line-store.js';
import { unissuedCorrections } from '../policies/errata-line.js';
import type { Overlay } from '../policies/overlay.js';
import { strands, type Stranded } from '../policies/stranded-corrections.js';
import { Versions } from './versions.query.js';

/** What is known of a curriculum's editions and lines. */
export interface EditionsAndLines {
  readonly editions: readonly EditionRow[];
  readonly lines: readonly LineRow[];
}

/**
 * Corrections that an amendment would strand: merged on the main line, issued by no erratum yet. After the amendment
 * the line is no erratum any more, so they would reach nobody before the next edition.
 */
@Injectable()
export class StrandedCorrections {
  constructor(
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly versions: Versions,
  ) {}

  /** Null for an erratum, which joins those that wait, and for a request that takes all of them back. */
  async of(overlay: Overlay, { editions, lines }: EditionsAndLines): Promise<Stranded | null> {
    if (overlay.request.kind === 'erratum') return null;
    const waiting = unissuedCorrections(editions, lines);
    if (waiting === null) return null;
    const { edition, next, line, since } = waiting;
    const span = {
      before: await this.versions.at(line.id, since),
      head: await this.versions.at(line.id, line.headSeq),
      nodeIds: await this.lines.changedBetween(line.id, since, line.headSeq),
    };
    return strands(overlay, span) ? { edition, next } : null;
  }

  /**
   * The curriculum must be locked, and the request laid over the head of its line.
   *
   * @throws DomainError `change_request.errata_first` with the edition and the erratum to be issued
   */
  async refuse(overlay: Overlay): Promise<void> {
    const { curriculumId } = overlay.request;
    const editions = await this.editions.ofCurricula([curriculumId]);
    const lines = await this.lines.ofCurriculum(curriculumId);
    const stranded = await this.of(overlay, { editions, lines });
    if (stranded !== null) throw new DomainError('change_request.errata_first', { ...stranded });
  }
}
