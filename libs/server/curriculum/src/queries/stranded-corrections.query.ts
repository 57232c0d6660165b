import { Injectable } from '@nestjs/common';
import type { EditionRow } from '../persistence/edition-store.js';
import { LineStore, type LineRow } from '../persistence/line-store.js';
import { unissuedCorrections, type UnissuedCorrections } from '../policies/errata-line.js';
import type { Overlay } from '../policies/overlay.js';
import { correctionsLeft } from '../policies/stranded-corrections.js';
import { Versions } from './versions.query.js';

/** What is known of a curriculum's editions and lines. */
export interface EditionsAndLines {
  readonly editions: readonly EditionRow[];
  readonly lines: readonly LineRow[];
}

/** Corrections on the main line that an amendment is merged after. */
export interface CorrectionsBelow extends UnissuedCorrections {
  /**
   * Whether they can be brought to a line of their own: not while an edition is sealed on their line, which would go
   * out from one line and be written on from another, and not where the amendment takes some of them back.
   */
  readonly canBeKept: boolean;
}

/**
 * Corrections merged on the main line that no erratum has issued yet, as an amendment meets them: after it the line
 * is no erratum any more.
 */
@Injectable()
export class StrandedCorrections {
  constructor(
    private readonly lines: LineStore,
    private readonly versions: Versions,
  ) {}

  /** Null for an erratum, which joins those that wait, and for a request that takes all of them back. */
  async below(
    overlay: Overlay,
    { editions, lines }: EditionsAndLines,
  ): Promise<CorrectionsBelow | null> {
    if (overlay.request.kind === 'erratum') return null;
    const waiting = unissuedCorrections(editions, lines);
    if (waiting === null) return null;
    const { line, since } = waiting;
    const left = correctionsLeft(overlay, {
      before: await this.versions.at(line.id, since),
      head: await this.versions.at(line.id, line.headSeq),
      nodeIds: await this.lines.changedBetween(line.id, since, line.headSeq),
    });
    if (left === 'none') return null;
    const isSealed = editions.some(
      ({ state, lineId }) => state === 'candidate' && lineId === line.id,
    );
    return { ...waiting, canBeKept: left === 'all' && !isSealed };
  }
}
