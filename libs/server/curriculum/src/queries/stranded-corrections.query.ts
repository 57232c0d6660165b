import { Injectable } from '@nestjs/common';
import type { EditionRow } from '../persistence/edition-store.js';
import { LineStore, type LineRow } from '../persistence/line-store.js';
import { unissuedCorrections, type UnissuedCorrections } from '../policies/errata-line.js';
import type { Overlay } from '../policies/overlay.js';
import { correctionsLeft, type Hindrance } from '../policies/stranded-corrections.js';
import { Versions } from './versions.query.js';

/** What is known of a curriculum's editions and lines. */
export interface EditionsAndLines {
  readonly editions: readonly EditionRow[];
  readonly lines: readonly LineRow[];
}

/** Corrections on the main line that an amendment is merged after. */
export interface CorrectionsBelow extends UnissuedCorrections {
  /** Why they cannot be brought to a line of their own; null where they can. */
  readonly hindrance: Hindrance | null;
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
    if (isSealed) return { ...waiting, hindrance: 'sealed' };
    return { ...waiting, hindrance: left === 'some' ? 'taken_in_part' : null };
  }
}
