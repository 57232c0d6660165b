/** Cohorts that run, and the trainees in them. */
export interface CohortCount {
  readonly runningCohorts: number;
  readonly trainees: number;
}

/** How many running cohorts, with how many trainees, go by the editions of each major. */
export interface CohortCounts {
  /** By major; a major by which nobody studies is left out. */
  byMajor(courseId: string): Promise<ReadonlyMap<number, CohortCount>>;
}

/**
 * Injection token of the `CohortCounts`. Cohorts lie to the right of curricula, so the program wires
 * it; without it a dossier counts nobody.
 */
export const COHORT_COUNTS = Symbol('cohort-counts');
