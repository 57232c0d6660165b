import { attemptPhase, DEFAULT_SYNC_WINDOW_MS, type AttemptPhase } from '@cam-nang/domain';
import type { CohortRow } from '@cam-nang/training';
import type { AttemptRow } from '../persistence/attempt.repository.js';

/** The end of a cohort's last day, in Hanoi (UTC+7 all year). */
export function endOfCohort(cohort: Pick<CohortRow, 'closesOn'>): Date {
  return new Date(`${cohort.closesOn}T23:59:59+07:00`);
}

/** Where an attempt stands on the server's clock. Its deadline already holds limit and extra time. */
export function phaseOf(attempt: AttemptRow, now: Date): AttemptPhase {
  if (attempt.closedAt !== null) return 'closed';
  return attemptPhase(
    {
      startedAt: attempt.openedAt.getTime(),
      timeLimitMinutes: null,
      extraMinutes: 0,
      closesAt: attempt.deadlineAt?.getTime() ?? null,
      handedInAt: attempt.handedInAt?.getTime() ?? null,
    },
    now.getTime(),
    { window: DEFAULT_SYNC_WINDOW_MS, everythingReceived: false },
  );
}
