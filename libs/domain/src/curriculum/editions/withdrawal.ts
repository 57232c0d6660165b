import { compareDates, type CalendarDate } from '../../shared/calendar-date.js';
import { rangeContains } from '../../shared/date-range.js';
import { editionInForce, type DatedEdition } from './edition-dates.js';

/** What a withdrawal decided, as far as days go. */
export interface EditionWithdrawal {
  readonly editionId: string;
  /** First day on which it is withdrawn. */
  readonly on: CalendarDate;
  /** Whether cohorts that open would have taken it: only then its withdrawal says what they take. */
  readonly governed: boolean;
  /** The edition that cohorts open on instead; null when none opens until the next is in force. */
  readonly fallbackId: string | null;
}

/**
 * The edition that a cohort opening on a day takes: the one in force by its days, else the one that
 * the latest withdrawal named in its place. `withdrawals` in the order in which they were decided.
 */
export function editionForOpening<T extends DatedEdition>(
  editions: readonly T[],
  withdrawals: readonly EditionWithdrawal[],
  on: CalendarDate,
): T | null {
  const inForce = editionInForce(editions, on);
  if (inForce !== null) return inForce;
  const named = decidingWithdrawal(withdrawals, on)?.fallbackId ?? null;
  const fallback = editions.find(({ id }) => id === named);
  return fallback !== undefined && standsOn(fallback, on) ? fallback : null;
}

/** The withdrawal that decides on a day what opening cohorts take, where no edition is in force. */
export function decidingWithdrawal<T extends EditionWithdrawal>(
  withdrawals: readonly T[],
  on: CalendarDate,
): T | null {
  const effective = withdrawals.filter((one) => one.governed && one.on <= on);
  const latest = effective
    .map((one) => one.on)
    .sort(compareDates)
    .at(-1);
  return effective.findLast((one) => one.on === latest) ?? null;
}

/**
 * Editions that opening cohorts may take in the place of one withdrawn on a day; null when none
 * would have taken that edition anyway, so that nothing has to be chosen.
 */
export function fallbackChoices<T extends DatedEdition>(
  editions: readonly T[],
  withdrawals: readonly EditionWithdrawal[],
  { editionId, on }: Pick<EditionWithdrawal, 'editionId' | 'on'>,
): readonly T[] | null {
  const edition = editions.find(({ id }) => id === editionId);
  if (edition === undefined) return null;
  const begins = edition.force?.from ?? edition.applies.from;
  const day = begins > on ? begins : on;
  if (editionForOpening(editions, withdrawals, day)?.id !== editionId) return null;
  return editions.filter(
    (one) => one.id !== editionId && one.force !== null && one.withdrawnOn === null && begun(one),
  );

  function begun(one: DatedEdition): boolean {
    return one.force !== null && one.force.from <= on && !rangeContains(one.force, day);
  }
}

function standsOn({ withdrawnOn }: DatedEdition, on: CalendarDate): boolean {
  return withdrawnOn === null || on < withdrawnOn;
}
