import type { CalendarDate } from '../shared/calendar-date.js';

/** Of a class meeting, what its roll is about. */
export interface MeetingTerms {
  readonly onDate: CalendarDate;
  /** Periods (tiết) of the half-day. */
  readonly periods: number;
}

/** Why a meeting stays as it is. */
export type MeetingRefusal =
  /** Presence was recorded by period, of so many: with another number every record would say something else. */
  | { readonly code: 'periods-counted'; readonly periods: number }
  /** A roll was taken: the day on which that was done has come. */
  | { readonly code: 'roll-ahead' };

/**
 * Whether a meeting may become another. One without a roll may become anything; after its roll the day, half-day,
 * place and words may still be put right, on which no record depends.
 */
export function refusalOfChange(
  before: MeetingTerms & { readonly held: boolean },
  after: MeetingTerms,
  today: CalendarDate,
): MeetingRefusal | null {
  if (!before.held) return null;
  if (after.periods !== before.periods) return { code: 'periods-counted', periods: before.periods };
  return after.onDate > today ? { code: 'roll-ahead' } : null;
}
