import type { CalendarDate } from '../../shared/calendar-date.js';
import { rangeContains, truncateRange, type DateRange } from '../../shared/date-range.js';
import { compareEditionNumbers, type EditionNumber } from './edition-number.js';

/**
 * An issued edition as far as dates go; days in Hanoi. `force` governs cohorts that open (null for an
 * erratum to a major that is no longer in force), `applies` those that are already on its major.
 */
export interface DatedEdition extends EditionNumber {
  readonly id: string;
  readonly force: DateRange | null;
  readonly applies: DateRange;
  /** First day on which it is withdrawn; null when it is not. */
  readonly withdrawnOn: CalendarDate | null;
}

export const EDITION_STATES = ['scheduled', 'in_force', 'superseded', 'withdrawn'] as const;

/** What an issued edition is on a day. Nothing stores it: it follows from the dates. */
export type EditionState = (typeof EDITION_STATES)[number];

/**
 * What an edition is on a day. An edition that no longer governs cohorts that open is superseded,
 * even while running cohorts stay on it.
 */
export function editionState(edition: DatedEdition, on: CalendarDate): EditionState {
  if (edition.withdrawnOn !== null && on >= edition.withdrawnOn) return 'withdrawn';
  const range = edition.force ?? edition.applies;
  if (on < range.from) return 'scheduled';
  return edition.force !== null && rangeContains(edition.force, on) ? 'in_force' : 'superseded';
}

/** The edition that a cohort opening on a day takes, or null when there is none. */
export function editionInForce<T extends DatedEdition>(
  editions: readonly T[],
  on: CalendarDate,
): T | null {
  return editions.find((edition) => editionState(edition, on) === 'in_force') ?? null;
}

/**
 * The edition of a major that cohorts on it follow on a day: its latest erratum that has begun and is not
 * withdrawn by then, or null. One withdrawn gives the day back to the one before it.
 */
export function editionThatApplies<T extends DatedEdition>(
  editions: readonly T[],
  major: number,
  on: CalendarDate,
): T | null {
  const begun = editions.filter(
    (edition) =>
      edition.major === major &&
      edition.applies.from <= on &&
      editionState(edition, on) !== 'withdrawn',
  );
  return begun.sort(compareEditionNumbers).at(-1) ?? null;
}

/** An edition's ranges as a withdrawal leaves them. */
export function withdrawnRanges(
  edition: DatedEdition,
  on: CalendarDate,
): Pick<DatedEdition, 'force' | 'applies'> {
  return {
    force: edition.force && truncateRange(edition.force, on),
    applies: truncateRange(edition.applies, on),
  };
}
