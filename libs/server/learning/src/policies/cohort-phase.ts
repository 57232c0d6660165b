import { calendarDate, startOfHanoiDay } from '@cam-nang/domain';
import type { CohortRow, EnrolmentRow } from '@cam-nang/training';
import type { Reason } from './reasons.js';

type Cohort = Pick<CohortRow, 'state' | 'opensOn' | 'closesOn'>;

/** A cohort that does not run: why nothing counts now, and whether its lessons can be read all the same. */
export interface CohortRest {
  readonly reason: Reason;
  readonly lessonsOpen: boolean;
}

/** Why nobody of the cohort studies for the certificate now; null while it runs. */
export function cohortRest(cohort: Cohort, now: Date): CohortRest | null {
  const { state, opensOn, closesOn } = cohort;
  if (state === 'running') return null;
  const opens = startOfHanoiDay(calendarDate(opensOn));
  if (state === 'planned' && now < opens) {
    const reason = { code: 'opens-at', params: { at: opens.toISOString() } };
    return { reason, lessonsOpen: false };
  }
  const reason = { code: 'cohort-not-running', params: { state, opensOn, closesOn } };
  return { reason, lessonsOpen: lessonsOpen(cohort) };
}

/** Lessons may be read from the cohort's beginning on, and for ever after (law 2). */
export function lessonsOpen({ state }: Pick<CohortRow, 'state'>): boolean {
  return state !== 'planned' && state !== 'cancelled';
}

/** Whether what the person reads counts. */
export function progressCounts(
  enrolment: Pick<EnrolmentRow, 'state'>,
  cohort: Pick<CohortRow, 'state'>,
): boolean {
  const studies = enrolment.state === 'confirmed' || enrolment.state === 'studying';
  return studies && cohort.state === 'running';
}
