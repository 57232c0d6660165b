import type { AwardPerson, Unmet } from './award-types.js';

/** All periods or lessons, in hundredths of a per cent. */
const WHOLE = 10_000;

/** The least whole number that reaches a share (basis points) of a whole: of 40 periods at 80 % it is 32. */
export function leastOf(whole: number, share: number): number {
  return Math.ceil((whole * share) / WHOLE);
}

/** Conditions that time or the person's own act may still meet. */
const OPEN: ReadonlySet<Unmet['code']> = new Set([
  'study-completed',
  'data-confirmed',
  'no-open-appeal',
  'survey-answered',
]);

function isOpen({ code, actual }: Unmet): boolean {
  return OPEN.has(code) || (actual.kind === 'mark' && actual.mark === null);
}

/** True when nothing has failed yet: everything missing is still to come. */
export function isWaiting(person: AwardPerson): boolean {
  return person.unmet.every(isOpen);
}
