import { compareDates, type CalendarDate } from '../../shared/calendar-date.js';
import { rangeContains, type DateRange } from '../../shared/date-range.js';
import { ok, refused, type Result } from '../../shared/result.js';
import type { DatedEdition } from './edition-dates.js';
import { compareEditionNumbers, type EditionKind, type EditionNumber } from './edition-number.js';

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
 * erratum takes over from its major's latest, and is in force itself only where its major is, or was
 * until a withdrawal left nothing in force.
 *
 * Refused with `edition.dates_overlap` when an edition already begins on or after that day, or when
 * an erratum would come before what it corrects; with `edition.wrong_state` when nothing of the major
 * stands that could be corrected.
 */
export function planIssue(
  issued: readonly DatedEdition[],
  edition: EditionToIssue,
): Result<IssuePlan> {
  return edition.kind === 'erratum'
    ? planErratum(issued, edition)
    : planMajor(
        issued.filter((one) => everHeld(one, 'force')),
        edition.effectiveFrom,
      );
}

/** An edition withdrawn after it began was in force, or applied, until then; what is announced still is. */
function everHeld(edition: DatedEdition, name: 'force' | 'applies'): boolean {
  const { withdrawnOn } = edition;
  const range = edition[name];
  return range !== null && (withdrawnOn === null || range.from < withdrawnOn);
}

function planMajor(standing: readonly DatedEdition[], from: CalendarDate): Result<IssuePlan> {
  const later = standing.find(({ force }) => force !== null && force.from >= from);
  if (later) return refused('edition.dates_overlap', { editionId: later.id });
  const closings = standing.flatMap((one) => closing(one, 'force', from));
  return ok({ force: { from, to: null }, applies: { from, to: null }, closings });
}

/** What is corrected is what stands: a withdrawn erratum only keeps its number, and the days that it had. */
function planErratum(issued: readonly DatedEdition[], edition: EditionToIssue): Result<IssuePlan> {
  const { major, effectiveFrom: from } = edition;
  const siblings = issued.filter((one) => one.major === major);
  const later = siblings.find((one) => everHeld(one, 'applies') && one.applies.from >= from);
  if (later) return refused('edition.dates_overlap', { editionId: later.id });
  if (siblings.every(({ withdrawnOn }) => withdrawnOn !== null)) {
    return refused('edition.wrong_state', { reason: 'nothing_to_correct' });
  }
  const governs = holderOn(issued, from)?.major === major;
  const closings = siblings.flatMap((one) => [
    ...(governs ? closing(one, 'force', from) : []),
    ...closing(one, 'applies', from),
  ]);
  const force = governs ? { from, to: nextForce(issued, edition) } : null;
  return ok({ force, applies: { from, to: null }, closings });
}

/**
 * Whose force a day is: what is in force, else what was last, before a withdrawal left nothing in force. An edition
 * that was withdrawn before its day never held one.
 */
function holderOn(issued: readonly DatedEdition[], on: CalendarDate): DatedEdition | null {
  const held = issued.filter((one) => everHeld(one, 'force'));
  const inForce = held.find(({ force }) => force !== null && rangeContains(force, on));
  if (inForce) return inForce;
  const begun = held.filter(({ force }) => force !== null && force.from <= on);
  return [...begun].sort(compareEditionNumbers).at(-1) ?? null;
}

/** The day on which the force that an erratum takes over ends; null when nothing else is announced. */
function nextForce(issued: readonly DatedEdition[], edition: EditionToIssue): CalendarDate | null {
  const begins = issued.flatMap((one) => {
    const after = one.force !== null && one.force.from > edition.effectiveFrom;
    return after && one.force && everHeld(one, 'force') ? [one.force.from] : [];
  });
  return begins.sort(compareDates)[0] ?? null;
}

function closing(
  edition: DatedEdition,
  name: 'force' | 'applies',
  to: CalendarDate,
): RangeClosing[] {
  const range = edition[name];
  const ends = everHeld(edition, name) && range !== null && rangeContains(range, to);
  return ends ? [{ editionId: edition.id, range: name, to }] : [];
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
