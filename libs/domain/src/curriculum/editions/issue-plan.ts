import type { CalendarDate } from '../../shared/calendar-date.js';
import { rangeContains, type DateRange } from '../../shared/date-range.js';
import { ok, refused, type Result } from '../../shared/result.js';
import type { DatedEdition } from './edition-dates.js';
import type { EditionKind, EditionNumber } from './edition-number.js';

/** The edition that is to be issued. */
export interface EditionToIssue extends EditionNumber {
  readonly kind: EditionKind;
  readonly effectiveFrom: CalendarDate;
}

/** A range of an earlier edition that ends where the new one begins. */
export interface RangeClosing {
  readonly editionId: string;
  readonly range: 'force' | 'applies';
  readonly to: CalendarDate;
}

/** What issuing writes: the new edition's ranges and the ends of those it takes over from. */
export interface IssuePlan {
  readonly force: DateRange | null;
  readonly applies: DateRange;
  readonly closings: readonly RangeClosing[];
}

/**
 * Which ranges the new edition gets and which it ends. An amendment takes over what is in force; an
 * erratum takes over from its major's latest, and is in force itself only where its major is.
 *
 * Refused with `edition.dates_overlap` when an edition already begins on or after that day, or when
 * an erratum would come before what it corrects.
 */
export function planIssue(
  issued: readonly DatedEdition[],
  edition: EditionToIssue,
): Result<IssuePlan> {
  return edition.kind === 'erratum'
    ? planErratum(
        issued.filter(({ withdrawnOn }) => withdrawnOn === null),
        edition,
      )
    : planMajor(issued.filter(everInForce), edition.effectiveFrom);
}

/** An edition withdrawn after it began was in force until then, and what is announced still is. */
function everInForce({ force, withdrawnOn }: DatedEdition): boolean {
  return force !== null && (withdrawnOn === null || force.from < withdrawnOn);
}

function planMajor(standing: readonly DatedEdition[], from: CalendarDate): Result<IssuePlan> {
  const later = standing.find(({ force }) => force !== null && force.from >= from);
  if (later) return refused('edition.dates_overlap', { editionId: later.id });
  const closings = standing.flatMap(({ id, force }) =>
    force && rangeContains(force, from)
      ? [{ editionId: id, range: 'force' as const, to: from }]
      : [],
  );
  return ok({ force: { from, to: null }, applies: { from, to: null }, closings });
}

function planErratum(
  standing: readonly DatedEdition[],
  { major, effectiveFrom: from }: EditionToIssue,
): Result<IssuePlan> {
  const siblings = standing.filter((edition) => edition.major === major);
  const later = siblings.find(({ applies }) => applies.from >= from);
  if (later) return refused('edition.dates_overlap', { editionId: later.id });
  const corrected = siblings.find(({ applies }) => rangeContains(applies, from));
  if (!corrected) return refused('edition.wrong_state', { reason: 'nothing_to_correct' });
  const inForce = siblings.find(({ force }) => force !== null && rangeContains(force, from));
  return ok({
    force: inForce?.force ? { from, to: inForce.force.to } : null,
    applies: { from, to: null },
    closings: [
      ...(inForce ? [{ editionId: inForce.id, range: 'force' as const, to: from }] : []),
      { editionId: corrected.id, range: 'applies', to: from },
    ],
  });
}

/** The editions as a plan leaves those that were there before. */
export function withClosings<T extends DatedEdition>(
  editions: readonly T[],
  closings: readonly RangeClosing[],
): readonly T[] {
  return editions.map((edition) =>
    closings
      .filter(({ editionId }) => editionId === edition.id)
      .reduce((closed, { range, to }) => {
        const open = closed[range];
        return open ? { ...closed, [range]: { from: open.from, to } } : closed;
      }, edition),
  );
}
