import type { CurriculumVersion } from './curriculum-version.js';
import type { UnissuedCorrections } from './errata-line.js';
import { touchedNodes, type Overlay } from './overlay.js';

/**
 * Why an amendment waits for corrections below it: an edition is sealed on their line, which would go out from one line
 * and be written on from another; or the amendment takes some of them back and leaves others.
 */
export type Hindrance = 'sealed' | 'taken_in_part';

/** Corrections of an edition that an amendment waits for, named by the erratum that is to bring them. */
export interface Stranded extends Pick<UnissuedCorrections, 'edition' | 'next'> {
  readonly hindrance: Hindrance;
}

/** The two ends of what was corrected and not issued. */
export interface CorrectedSpan {
  /** What the edition says, or the last one that went out from its line. */
  readonly before: CurriculumVersion;
  /** The head of the line. */
  readonly head: CurriculumVersion;
  /** The nodes that commits between the two touched. */
  readonly nodeIds: readonly string[];
}

/**
 * What a request makes of the corrections below it: it leaves them all, takes them all back, or takes back some. What
 * it only writes on is left: the correction stands in the words that it was made in.
 */
export type LeftCorrections = 'all' | 'some' | 'none';

/** What an amendment, merged on the head, leaves of the corrections there. */
export function correctionsLeft(
  overlay: Overlay,
  { before, head, nodeIds }: CorrectedSpan,
): LeftCorrections {
  const corrected = nodeIds.filter((id) => !isAlike(before, head, id));
  const touched = touchedNodes(overlay);
  const back = corrected.filter((id) => touched.has(id) && isAlike(before, overlay.result, id));
  if (back.length === corrected.length) return 'none';
  return back.length === 0 ? 'all' : 'some';
}

function isAlike(one: CurriculumVersion, other: CurriculumVersion, nodeId: string): boolean {
  const [a, b] = [one.byId.get(nodeId), other.byId.get(nodeId)];
  return a?.contentHash === b?.contentHash && a?.parentId === b?.parentId && a?.rank === b?.rank;
}
