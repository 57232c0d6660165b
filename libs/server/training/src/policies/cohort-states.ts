import { DomainError, type Permission } from '@cam-nang/domain';
import type { CohortState } from '../persistence/cohort.repository.js';

/** Where a cohort may go from where it is (dossier 10.1). Certification itself moves it to "certified". */
const NEXT: Readonly<Record<CohortState, readonly CohortState[]>> = {
  planned: ['running', 'cancelled'],
  running: ['study_ended', 'cancelled'],
  study_ended: ['running', 'results_closed'],
  results_closed: ['archived'],
  certified: ['archived'],
  archived: [],
  cancelled: [],
};

/** States a person may take the cohort to by hand. */
export function nextStates(state: CohortState): readonly CohortState[] {
  return NEXT[state];
}

/** What a step of the path asks for beside looking after the cohort: closing marks is a right of its own. */
export function rightToMove(to: CohortState): Permission {
  return to === 'results_closed' ? 'mark.close' : 'cohort.manage';
}

/** People may be enrolled while the cohort is planned or runs. */
export function takesEnrolments(state: CohortState): boolean {
  return state === 'planned' || state === 'running';
}

/** Attendance may be corrected until the results are closed. */
export function takesAttendance(state: CohortState): boolean {
  return state === 'planned' || state === 'running' || state === 'study_ended';
}

/** Goes on only while meetings and rolls of the cohort may change. */
export function demandAttendanceOpen({ state }: { readonly state: CohortState }): void {
  if (!takesAttendance(state)) throw new DomainError('cohort.wrong_state', { state });
}
