import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import type { EditionRow } from '../persistence/edition-store.js';
import type { LineRow } from '../persistence/line-store.js';
import { errataPlace, latestStanding } from './errata-line.js';

/** The text that a request is to be laid over. */
export interface RequestGround {
  readonly lineId: string;
  readonly seq: number;
  /** The edition on whose own line of errata an erratum belongs by now, begun on the main line; else null. */
  readonly moved: EditionRow | null;
}

type Based = Pick<ChangeRequestRow, 'kind' | 'baseLineId' | 'baseSeq'>;

/**
 * The edition on whose line of errata an erratum belongs that was begun on the main line: what that holds by now is no
 * erratum to it. Null for whatever stands where it belongs.
 */
export function movedTo(
  { kind, baseLineId }: Based,
  editions: readonly EditionRow[],
  lines: readonly LineRow[],
): EditionRow | null {
  if (kind !== 'erratum') return null;
  const begun = lines.find(({ id }) => id === baseLineId);
  const newest = latestStanding(editions);
  if (begun?.kind !== 'main' || newest === null) return null;
  return errataPlace(newest, editions, lines).apart ? newest : null;
}

/**
 * The newest text of the line on which a request is merged: its own, or the one that errata are written on by now. While
 * nobody needed that, it is what the edition says.
 */
export function groundOf(
  request: Based,
  editions: readonly EditionRow[],
  lines: readonly LineRow[],
): RequestGround {
  const moved = movedTo(request, editions, lines);
  if (moved === null) {
    const own = lines.find(({ id }) => id === request.baseLineId);
    return { lineId: request.baseLineId, seq: own?.headSeq ?? request.baseSeq, moved };
  }
  const { line } = errataPlace(moved, editions, lines);
  return line === null
    ? { lineId: moved.lineId, seq: moved.seq, moved }
    : { lineId: line.id, seq: line.headSeq, moved };
}

/** Whether a request stands on other text than what it is to be merged into. */
export function standsElsewhere(
  { baseLineId, baseSeq }: Based,
  { lineId, seq }: Pick<RequestGround, 'lineId' | 'seq'>,
): boolean {
  return baseLineId !== lineId || baseSeq !== seq;
}
