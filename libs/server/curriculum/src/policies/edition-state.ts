import {
  calendarDate,
  editionState,
  hanoiDate,
  type DatedEdition,
  type DateRange,
} from '@cam-nang/domain';
import type { EditionRow } from '../persistence/edition-store.js';

/** What an edition is on a day; `candidate` and `returned` are kept, the others follow from dates. */
export type EditionStanding =
  'candidate' | 'returned' | 'scheduled' | 'in_force' | 'superseded' | 'withdrawn';

/** What an edition is on a day in Hanoi. */
export function editionStateOn(row: EditionRow, today: string): EditionStanding {
  const dated = datedEdition(row);
  if (dated !== null) return editionState(dated, calendarDate(today));
  return row.state === 'returned' ? 'returned' : 'candidate';
}

/** An issued edition as the rules of dates see it; null for one that is not issued. */
export function datedEdition(row: EditionRow): DatedEdition | null {
  const applies = range(row.appliesFrom, row.appliesTo);
  if (row.state !== 'issued' || applies === null) return null;
  return {
    id: row.id,
    major: row.major,
    minor: row.minor,
    force: range(row.forceFrom, row.forceTo),
    applies,
    withdrawnOn: row.withdrawnAt === null ? null : hanoiDate(row.withdrawnAt),
  };
}

/** The issued ones among editions, as the rules of dates see them. */
export function datedEditions(rows: readonly EditionRow[]): DatedEdition[] {
  return rows.flatMap((row) => datedEdition(row) ?? []);
}

function range(from: string | null, to: string | null): DateRange | null {
  if (from === null) return null;
  return { from: calendarDate(from), to: to === null ? null : calendarDate(to) };
}
