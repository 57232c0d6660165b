import type { CurriculumVersion } from './curriculum-version.js';
import type { UnissuedCorrections } from './errata-line.js';
import { touchedNodes, type Overlay } from './overlay.js';

/** Corrections that could be issued as an erratum no more once an amendment is merged. */
export type Stranded = Pick<UnissuedCorrections, 'edition' | 'next'>;

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
 * Whether a request, merged on the head, would leave a correction standing that was not issued. One that takes all of
 * them back leaves none, and may be merged: that is the other way out.
 */
export function strands(overlay: Overlay, { before, head, nodeIds }: CorrectedSpan): boolean {
  const touched = touchedNodes(overlay);
  return nodeIds.some((nodeId) => {
    const then = before.byId.get(nodeId);
    const after = (touched.has(nodeId) ? overlay.result : head).byId.get(nodeId);
    return (
      then?.contentHash !== after?.contentHash ||
      then?.parentId !== after?.parentId ||
      then?.rank !== after?.rank
    );
  });
}
