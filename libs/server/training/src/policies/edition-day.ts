/** What is known of a cohort's end: the day on which its results were closed (`YYYY-MM-DD`). */
export interface CohortEnd {
  readonly resultsClosedOn: string | null;
}

/**
 * The day whose errata a cohort goes by: today while it runs, and the day of the closing once its results are
 * closed. What people studied, and what their certificates stand for, does not change after that
 * (curriculum versions: errata reach running cohorts).
 */
export function editionDay({ resultsClosedOn }: CohortEnd, today: string): string {
  return resultsClosedOn !== null && resultsClosedOn < today ? resultsClosedOn : today;
}
