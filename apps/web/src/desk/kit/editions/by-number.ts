import type { EditionView } from '../curriculum/types.js';

/** Orders editions by number. A candidate has no day yet, and an erratum to an older edition comes after a newer one. */
export function byNumber(
  a: Pick<EditionView, 'major' | 'minor'>,
  b: Pick<EditionView, 'major' | 'minor'>,
): number {
  return a.major - b.major || a.minor - b.minor;
}
