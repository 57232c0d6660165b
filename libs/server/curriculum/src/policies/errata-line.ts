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
  'id' | 'major' | 'minor' | 'lineId' | 'seq' | 'commitId' | 'state' | 'withdrawnAt'
>;

/** The edition of the highest number that is issued and not withdrawn; null before the first. */
export function latestStanding<T extends Numbered>(rows: readonly T[]): T | null {
  return rows.filter(stands).sort(compareEditionNumbers).at(-1) ?? null;
}

/**
 * What the next erratum to a major corrects: its latest edition that is not withdrawn; null when none
 * stands. A withdrawn erratum keeps its number, and nobody goes on from its words.
 */
export function latestOfMajor<T extends Numbered>(rows: readonly T[], major: number): T | null {
  return latestStanding(rows.filter((row) => row.major === major));
}

/**
 * Whether a candidate goes on from what stands: an erratum is made of what its major says today, not of an edition
 * that was withdrawn after it was prepared.
 */
export function isFounded(
  { kind, major, erratumOfId }: Pick<EditionRow, 'kind' | 'major' | 'erratumOfId'>,
  rows: readonly Numbered[],
): boolean {
  return kind !== 'erratum' || latestOfMajor(rows, major)?.id === erratumOfId;
}

function stands({ state, withdrawnAt }: Numbered): boolean {
  return state === 'issued' && withdrawnAt === null;
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
  edition: Numbered,
  rows: readonly Numbered[],
  lines: readonly LineRow[],
): Correction | null {
  const { id, major } = edition;
  if (!stands(edition)) return null;
  if (latestOfMajor(rows, major)?.id !== id) return null;
  const issued = rows.filter((row) => row.state === 'issued');
  const { line, apart } = errataPlace(edition, rows, lines);
  return {
    next: editionLabel(nextEditionNumber(issued, 'erratum', major)),
    waiting: line !== null && line.workedSeq > issuedOn(line, issued),
    apart,
  };
}

/** Corrections of the newest edition on the main line that no erratum has brought to running cohorts yet. */
export interface UnissuedCorrections {
  readonly corrected: EditionRow;
  readonly edition: string;
  /** The erratum that would bring them. */
  readonly next: string;
  readonly line: LineRow;
  /** The commit of that line after which they were merged. */
  readonly since: number;
}

/**
 * What waits on the main line for the erratum to the newest edition; null when nothing does. A sealed erratum counts
 * only once it is issued, for it may be returned. What a sealed amendment holds comes with that.
 */
export function unissuedCorrections(
  rows: readonly EditionRow[],
  lines: readonly LineRow[],
): UnissuedCorrections | null {
  const newest = latestStanding(rows);
  if (newest === null) return null;
  const { line, apart } = errataPlace(newest, rows, lines);
  if (line === null || apart) return null;
  const decided = rows.filter(
    ({ state, kind }) => state === 'issued' || (state === 'candidate' && kind !== 'erratum'),
  );
  const since = issuedOn(line, decided);
  if (line.workedSeq <= since) return null;
  const issued = rows.filter(({ state }) => state === 'issued');
  const next = editionLabel(nextEditionNumber(issued, 'erratum', newest.major));
  return { corrected: newest, edition: editionLabel(newest), next, line, since };
}

/** How far a line had come at the last edition that was issued there, withdrawn or not. */
function issuedOn({ id }: LineRow, issued: readonly Numbered[]): number {
  return Math.max(0, ...issued.filter(({ lineId }) => lineId === id).map(({ seq }) => seq));
}

/** The line that carries the next erratum to an edition. */
export interface ErrataPlace {
  /** Null for a line of its own that is not forked yet. */
  readonly line: LineRow | null;
  readonly apart: boolean;
  /** Whether what the main line holds can be no erratum to it, whoever asks; false where the guard may tell. */
  readonly bound: boolean;
}

/**
 * Where errata to an edition are written: all of them on one line, so that none waits where no erratum is made
 * of it. On the main line while nothing but corrections came after the edition there; once that holds other
 * words, or those of a withdrawn edition, on a line of its own.
 */
export function errataPlace(
  edition: Numbered,
  rows: readonly Numbered[],
  lines: readonly LineRow[],
): ErrataPlace {
  const own = errataLineOf(edition, lines);
  const main = lines.find(({ kind, id }) => kind === 'main' && id === edition.lineId) ?? null;
  const overtaken = isOvertakenByWithdrawn(edition, rows);
  const apart = own !== null || main === null || overtaken || main.amendedSeq > edition.seq;
  const used = own !== null && (own.workedSeq > 0 || own.id === edition.lineId);
  return { line: apart ? own : main, apart, bound: used || overtaken };
}

/** The main line holds the words of a later edition that was withdrawn: no erratum brings those back. */
function isOvertakenByWithdrawn(edition: Numbered, rows: readonly Numbered[]): boolean {
  return rows.some(
    (row) =>
      row.state === 'issued' &&
      row.withdrawnAt !== null &&
      row.lineId === edition.lineId &&
      row.seq > edition.seq,
  );
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
