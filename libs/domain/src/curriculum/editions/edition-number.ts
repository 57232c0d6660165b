import { DomainError } from '../../shared/domain-error.js';

/** Number of an edition: an amendment raises `major`, an erratum `minor`. */
export interface EditionNumber {
  readonly major: number;
  readonly minor: number;
}

export const EDITION_KINDS = ['first', 'amendment', 'replacement', 'erratum'] as const;

export type EditionKind = (typeof EDITION_KINDS)[number];

/** `major.minor` as it is printed. */
export function editionLabel({ major, minor }: EditionNumber): string {
  return `${major}.${minor}`;
}

/** Negative when `a` comes before `b`. */
export function compareEditionNumbers(a: EditionNumber, b: EditionNumber): number {
  return a.major - b.major || a.minor - b.minor;
}

/**
 * The number of the next edition. `issued` are the numbers ever issued, withdrawn ones included: a
 * number is never used twice. An erratum needs the major it corrects.
 *
 * @throws DomainError `edition.wrong_state` when an erratum has nothing to correct
 */
export function nextEditionNumber(
  issued: readonly EditionNumber[],
  kind: EditionKind,
  correctedMajor: number | null = null,
): EditionNumber {
  if (kind !== 'erratum') {
    return { major: Math.max(0, ...issued.map(({ major }) => major)) + 1, minor: 0 };
  }
  const siblings = issued.filter(({ major }) => major === correctedMajor);
  const [first] = siblings;
  if (!first) throw new DomainError('edition.wrong_state', { reason: 'nothing_to_correct' });
  return { major: first.major, minor: Math.max(...siblings.map(({ minor }) => minor)) + 1 };
}
