import {
  compareEditionNumbers,
  editionLabel,
  nextEditionNumber,
  type EditionNumber,
} from '@cam-nang/domain';
import type { EditionRow } from '../persistence/edition-store.js';
import type { LineRow } from '../persistence/line-store.js';

type Numbered = Pick<
  EditionRow,
  'id' | 'major' | 'minor' | 'lineId' | 'seq' | 'commitId' | 'state'
>;

/** Where a line of errata stands before the first correction: at its fork. */
const FORKED = 1;

/** The issued edition of the highest number; null before the first. */
export function latestIssued<T extends Numbered>(rows: readonly T[]): T | null {
  return (
    rows
      .filter((row) => row.state === 'issued')
      .sort(compareEditionNumbers)
      .at(-1) ?? null
  );
}

/** The latest issued edition of a major: what its next erratum corrects; null when there is none. */
export function latestOfMajor<T extends Numbered>(rows: readonly T[], major: number): T | null {
  const issued = rows.filter((row) => row.state === 'issued' && row.major === major);
  return issued.sort(compareEditionNumbers).at(-1) ?? null;
}

/** The maintenance line on which an edition is corrected; null while it has none. */
export function errataLineOf(
  edition: Pick<EditionRow, 'lineId' | 'commitId'>,
  lines: readonly LineRow[],
): LineRow | null {
  const own = lines.find(
    ({ id, kind, forkedFromCommitId }) =>
      kind === 'maintenance' && (id === edition.lineId || forkedFromCommitId === edition.commitId),
  );
  return own ?? null;
}

/** The next erratum to an edition. */
export interface Correction {
  readonly next: string;
  /** Whether corrections of it are merged and wait for that erratum. */
  readonly waiting: boolean;
  /** Whether it is written on a line of its own because the main line holds other text by now. */
  readonly apart: boolean;
}

/** What the next erratum to an edition would be; null for what no erratum can be made to. */
export function correctionOf(
  edition: Numbered & Pick<EditionRow, 'withdrawnAt'>,
  rows: readonly Numbered[],
  lines: readonly LineRow[],
): Correction | null {
  const { id, state, major, lineId, seq, withdrawnAt } = edition;
  if (state !== 'issued' || withdrawnAt !== null) return null;
  if (latestOfMajor(rows, major)?.id !== id) return null;
  const issued = rows.filter((row) => row.state === 'issued');
  const line = errataLineOf(edition, lines);
  const done = line?.id === lineId ? seq : FORKED;
  return {
    next: editionLabel(nextEditionNumber(issued, 'erratum', major)),
    waiting: line !== null && line.headSeq > done,
    apart: line !== null || !isHeadOfMain(edition, lines),
  };
}

function isHeadOfMain(
  { lineId, seq }: Pick<EditionRow, 'lineId' | 'seq'>,
  lines: readonly LineRow[],
): boolean {
  return lines.some(({ kind, id, headSeq }) => kind === 'main' && id === lineId && headSeq === seq);
}

/**
 * The line of the next erratum to an edition where nobody names it: its own once that carries a correction, which
 * would otherwise wait there for ever; else null, for the main line.
 */
export function lineInUse(
  edition: Pick<EditionRow, 'lineId' | 'commitId'>,
  lines: readonly LineRow[],
): LineRow | null {
  const own = errataLineOf(edition, lines);
  if (own === null) return null;
  return own.id === edition.lineId || own.headSeq > FORKED ? own : null;
}

/**
 * How far a line had come when an edition was issued: at the edition's own commit where it is of that
 * line, else at the last one before it there; 0 before any.
 */
export function seqOnLine(
  rows: readonly Numbered[],
  lineId: string,
  upTo: EditionNumber | null,
): number {
  if (upTo === null) return 0;
  const there = rows.filter(
    (row) =>
      row.lineId === lineId && row.state === 'issued' && compareEditionNumbers(row, upTo) <= 0,
  );
  return Math.max(0, ...there.map(({ seq }) => seq));
}
