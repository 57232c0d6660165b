/** What is known of a cohort's end: the day on which its results were closed (`YYYY-MM-DD`), and the moment. */
export interface CohortEnd {
  readonly resultsClosedOn: string | null;
  /** Null where it is not known any more, of cohorts closed before it was kept. */
  readonly resultsClosedAt: Date | null;
}

/** The time whose errata a cohort goes by. */
export interface EditionTime {
  /** `YYYY-MM-DD` in Hanoi. */
  readonly day: string;
  /** What was decided later on that day does not count; null where everything of the day does. */
  readonly until: Date | null;
}

/**
 * The time whose errata a cohort goes by: today while it runs, and the moment of the closing once its results are
 * closed. What people studied, and what their certificates stand for, does not change after that (curriculum versions:
 * errata reach running cohorts). An edition takes effect by the day, so on the day of the closing the moment decides:
 * an erratum of that day reaches the cohort when it was issued before the closing, and not when it came after.
 */
export function editionTime(
  { resultsClosedOn, resultsClosedAt }: CohortEnd,
  today: string,
): EditionTime {
  if (resultsClosedOn === null) return { day: today, until: null };
  return { day: resultsClosedOn < today ? resultsClosedOn : today, until: resultsClosedAt };
}
