/** How many running cohorts, with how many trainees, go by the editions of a major. */
export interface CohortCounts {
  onMajor(
    courseId: string,
    major: number,
  ): Promise<{ readonly runningCohorts: number; readonly trainees: number }>;
}

/**
 * Injection token of the `CohortCounts`. Cohorts lie to the right of curricula, so the program wires
 * it; without it a dossier counts nobody.
 */
export const COHORT_COUNTS = Symbol('cohort-counts');
