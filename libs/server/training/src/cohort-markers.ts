/** Who gave marks in a cohort, and what still waits for one. */
export interface CohortMarkers {
  /** True when the account marked the work of anybody in the cohort. */
  marked(accountId: string, cohortId: string): Promise<boolean>;
  /** How many reports of people in the cohort were handed in and have no mark yet. */
  waiting(cohortId: string): Promise<number>;
}

/**
 * Injection token of the `CohortMarkers`. Marks are given to the right of cohorts, so the program wires
 * it; a program that gives no marks goes without.
 */
export const COHORT_MARKERS = Symbol('cohort-markers');
