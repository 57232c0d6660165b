import { compareDates, type CalendarDate } from '../../shared/calendar-date.js';
import type { LegalEffect, LegalForce } from './legal-document.js';

/** One document changes another: an arrow of the register. */
export interface LegalArrow {
  readonly byId: string;
  readonly ofId: string;
}

/** A change that somebody wants to record. */
export interface NewLegalChange extends LegalArrow {
  readonly effect: LegalEffect;
  readonly from: CalendarDate;
}

/** Why a change cannot be, and the field that says so. */
export type LegalChangeRefusal =
  | { readonly field: 'byId'; readonly reason: 'itself' | 'circle' }
  | { readonly field: 'effect'; readonly reason: 'replaced_already' }
  | { readonly field: 'from'; readonly reason: 'before_force' | 'after_end' };

type Days = Pick<LegalForce, 'inForceFrom' | 'inForceTo'>;

/**
 * Why a change cannot be recorded; null when it can. Nothing changes itself, also not round the
 * corner; a document is wholly replaced once; a change begins no earlier than what makes it, and on
 * a day on which there is something to change.
 */
export function refuseLegalChange(
  change: NewLegalChange,
  known: { readonly arrows: readonly LegalArrow[]; readonly of: LegalForce; readonly by: Days },
): LegalChangeRefusal | null {
  const { byId, ofId, effect, from } = change;
  const { arrows, of, by } = known;
  if (byId === ofId) return { field: 'byId', reason: 'itself' };
  if (reaches(arrows, ofId, byId)) return { field: 'byId', reason: 'circle' };
  const replaced = of.changes.some((one) => one.effect === 'replaces');
  if (effect === 'replaces' && replaced) return { field: 'effect', reason: 'replaced_already' };
  const reason = wrongDay(from, of, by);
  return reason === null ? null : { field: 'from', reason };
}

/** Why a change cannot begin on a day, given the days of both documents; null when it can. */
export function wrongDay(
  from: CalendarDate,
  of: Days,
  by: Days,
): 'before_force' | 'after_end' | null {
  const tooEarly = (first: CalendarDate | null) => first !== null && compareDates(from, first) < 0;
  if (tooEarly(by.inForceFrom) || tooEarly(of.inForceFrom)) return 'before_force';
  const late = of.inForceTo !== null && compareDates(from, of.inForceTo) > 0;
  return late ? 'after_end' : null;
}

/** Whether arrows lead from one document to another. */
function reaches(arrows: readonly LegalArrow[], fromId: string, toId: string): boolean {
  const seen = new Set([fromId]);
  const open = [fromId];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === toId) return true;
    for (const { byId, ofId } of arrows) {
      if (byId !== at || seen.has(ofId)) continue;
      seen.add(ofId);
      open.push(ofId);
    }
  }
  return false;
}
