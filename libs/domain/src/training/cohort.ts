import { failed, ok, type Result } from '../shared/result.js';
import { daysBetween, type CalendarDate } from '../shared/calendar-date.js';
import { rangeContains, type DateRange } from '../shared/date-range.js';

/** What is asked for when a cohort is opened. Dates are days in Hanoi, both inside. */
export interface CohortPlan {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly capacity: number;
}

/** What is wrong with a plan, by field. */
export type CohortProblem =
  | { readonly field: 'closesOn'; readonly code: 'before-opening' }
  | {
      readonly field: 'closesOn';
      readonly code: 'too-long';
      readonly days: number;
      readonly most: number;
    }
  | {
      readonly field: 'capacity';
      readonly code: 'out-of-bounds';
      readonly least: number;
      readonly most: number;
    };

/** Bounds that catch slips of the pen: a cohort of at most two years and 1,000 people. */
export const COHORT_BOUNDS = { days: 731, people: 1000 } as const;

/** Everything wrong with a plan; empty when a cohort may be opened by it. */
export function checkCohortPlan(plan: CohortPlan): readonly CohortProblem[] {
  const days = daysBetween(plan.opensOn, plan.closesOn) + 1;
  const problems: CohortProblem[] = [];
  if (days < 1) problems.push({ field: 'closesOn', code: 'before-opening' });
  if (days > COHORT_BOUNDS.days) {
    problems.push({ field: 'closesOn', code: 'too-long', days, most: COHORT_BOUNDS.days });
  }
  const { capacity } = plan;
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > COHORT_BOUNDS.people) {
    const [least, most] = [1, COHORT_BOUNDS.people];
    problems.push({ field: 'capacity', code: 'out-of-bounds', least, most });
  }
  return problems;
}

/** An issued edition as far as pinning goes. `force` is for cohorts that open in it. */
export interface PinnableEdition {
  readonly id: string;
  readonly major: number;
  readonly minor: number;
  readonly force: DateRange;
}

/**
 * The edition that a cohort is pinned to: the one in force on its opening day, whatever is issued
 * while it runs (scenario 10.6.6). Of several the one that came into force last, then the highest
 * number; null when none is in force.
 */
export function editionToPin<E extends PinnableEdition>(
  editions: readonly E[],
  opensOn: CalendarDate,
): E | null {
  const rank = (edition: E): readonly (string | number)[] => [
    edition.force.from,
    edition.major,
    edition.minor,
  ];
  const isLater = (one: E, other: E): boolean => {
    const [left, right] = [rank(one), rank(other)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
  };
  return editions
    .filter((edition) => rangeContains(edition.force, opensOn))
    .reduce<E | null>(
      (latest, edition) => (latest === null || isLater(edition, latest) ? edition : latest),
      null,
    );
}

/** States of a cohort; `cancelled` and `archived` are final. */
export const COHORT_STATES = [
  'planned',
  'running',
  'study_ended',
  'results_closed',
  'certified',
  'archived',
  'cancelled',
] as const;

export type CohortState = (typeof COHORT_STATES)[number];

/** What a move of a cohort depends on. */
export interface CohortFacts {
  readonly state: CohortState;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly enrolled: number;
  /** Attempts and reports that still wait for their mark, and appeals that are open. */
  readonly unsettled: number;
  /** Whether a decision of award has been signed. */
  readonly awardSigned: boolean;
}

/** Why a cohort does not move. */
export type CohortRefusal =
  | { readonly code: 'wrong-state'; readonly from: CohortState; readonly to: CohortState }
  | { readonly code: 'not-yet'; readonly on: CalendarDate }
  | { readonly code: 'nobody-enrolled' }
  | { readonly code: 'unsettled'; readonly count: number }
  | { readonly code: 'award-missing' };

const NEXT: Readonly<Record<CohortState, readonly CohortState[]>> = {
  planned: ['running', 'cancelled'],
  running: ['study_ended', 'cancelled'],
  study_ended: ['running', 'results_closed'],
  results_closed: ['certified', 'archived'],
  certified: ['archived'],
  archived: [],
  cancelled: [],
};

function notBefore(on: CalendarDate, today: CalendarDate): CohortRefusal | null {
  return today < on ? { code: 'not-yet', on } : null;
}

function hindrance(facts: CohortFacts, to: CohortState, today: CalendarDate): CohortRefusal | null {
  switch (to) {
    case 'running':
      if (facts.enrolled === 0) return { code: 'nobody-enrolled' };
      return notBefore(facts.opensOn, today);
    case 'study_ended':
      return notBefore(facts.closesOn, today);
    case 'results_closed':
      return facts.unsettled > 0 ? { code: 'unsettled', count: facts.unsettled } : null;
    case 'certified':
      return facts.awardSigned ? null : { code: 'award-missing' };
    default:
      return null;
  }
}

/**
 * Whether a cohort may move to a state today, and if not, why. Study ends on the last day at the
 * earliest; it may be taken up again until results are closed; a cohort in which nobody earned a
 * certificate is archived without award; a cohort is cancelled only while it is planned or running.
 */
export function moveCohort(
  facts: CohortFacts,
  to: CohortState,
  today: CalendarDate,
): Result<CohortState, CohortRefusal> {
  if (!NEXT[facts.state].includes(to)) {
    return failed({ code: 'wrong-state', from: facts.state, to });
  }
  const refusal = hindrance(facts, to, today);
  return refusal === null ? ok(to) : failed(refusal);
}

/** The states that a cohort may move to today. */
export function nextCohortStates(facts: CohortFacts, today: CalendarDate): readonly CohortState[] {
  return COHORT_STATES.filter((to) => moveCohort(facts, to, today).ok);
}

/** Why people may not be enrolled in a cohort. */
export type EnrolmentRefusal =
  | { readonly code: 'wrong-state'; readonly state: CohortState }
  | { readonly code: 'full'; readonly capacity: number; readonly free: number };

/**
 * Whether so many more people may be enrolled: while the cohort is planned or running, and as long
 * as there are places. Null when nothing speaks against it. Withdrawn people hold no place.
 */
export function enrolmentRefusal(
  cohort: { readonly state: CohortState; readonly capacity: number; readonly enrolled: number },
  more: number,
): EnrolmentRefusal | null {
  const { state, capacity, enrolled } = cohort;
  if (state !== 'planned' && state !== 'running') return { code: 'wrong-state', state };
  const free = Math.max(0, capacity - enrolled);
  return more > free ? { code: 'full', capacity, free } : null;
}
