import { compareDates, type CalendarDate } from '../../shared/calendar-date.js';

/** Kinds of documents of the register (Luật Ban hành văn bản quy phạm pháp luật), and what else is cited. */
export const LEGAL_KINDS = [
  'constitution',
  'law',
  'ordinance',
  'resolution',
  'order',
  'decree',
  'decision',
  'directive',
  'circular',
  'joint-circular',
  'other',
] as const;

export type LegalKind = (typeof LEGAL_KINDS)[number];

/** What a later document does to an earlier one: replaces all of it, a part of it, or changes words of it. */
export const LEGAL_EFFECTS = ['replaces', 'replaces-part', 'amends'] as const;

export type LegalEffect = (typeof LEGAL_EFFECTS)[number];

/** What another document does to this one, from a day on. */
export interface LegalChange {
  readonly byId: string;
  readonly effect: LegalEffect;
  readonly from: CalendarDate;
}

/** The days of a document's force. What is not recorded is null and never guessed. */
export interface LegalForce {
  readonly inForceFrom: CalendarDate | null;
  /** The first day without force, as the document itself or a later one says; null when none is known. */
  readonly inForceTo: CalendarDate | null;
  readonly changes: readonly LegalChange[];
}

/** What a document is on a day. `endsOn` and `since` are first days without force. */
export type LegalStanding =
  /** Its first day is not recorded, and nothing has ended it. */
  | { readonly state: 'unknown' }
  | { readonly state: 'not-yet'; readonly from: CalendarDate }
  | {
      readonly state: 'in-force' | 'partly-replaced';
      readonly from: CalendarDate;
      readonly endsOn: CalendarDate | null;
      /** What will replace it on `endsOn`, where something is known to. */
      readonly endedBy: string | null;
      /** What has changed it up to that day, oldest first. */
      readonly changedBy: readonly string[];
    }
  | { readonly state: 'replaced'; readonly since: CalendarDate; readonly by: string }
  | { readonly state: 'expired'; readonly since: CalendarDate };

export type LegalDocumentState = LegalStanding['state'];

interface End {
  readonly on: CalendarDate;
  readonly by: string | null;
}

/** The state of a document on a day. */
export function legalStateOn(force: LegalForce, date: CalendarDate): LegalStanding {
  const end = endOf(force);
  if (end !== null && compareDates(end.on, date) <= 0) return ended(end);
  const { inForceFrom: from } = force;
  if (from === null) return { state: 'unknown' };
  if (compareDates(date, from) < 0) return { state: 'not-yet', from };
  const changes = changesUpTo(force, date);
  const partly = changes.some(({ effect }) => effect === 'replaces-part');
  return {
    state: partly ? 'partly-replaced' : 'in-force',
    from,
    endsOn: end?.on ?? null,
    endedBy: end?.by ?? null,
    changedBy: changes.map(({ byId }) => byId),
  };
}

/** Whether what rests on the document has a basis on that day, as far as is known. */
export function isLegalBasis({ state }: LegalStanding): boolean {
  return state === 'in-force' || state === 'partly-replaced' || state === 'unknown';
}

/** A whole replacement ends a document as its own last day does; the earlier of them counts. */
function endOf({ inForceTo, changes }: LegalForce): End | null {
  const [replaced] = changes
    .filter(({ effect }) => effect === 'replaces')
    .sort((a, b) => compareDates(a.from, b.from));
  if (replaced === undefined) return inForceTo === null ? null : { on: inForceTo, by: null };
  const own = inForceTo !== null && compareDates(inForceTo, replaced.from) < 0;
  return own ? { on: inForceTo, by: null } : { on: replaced.from, by: replaced.byId };
}

function ended({ on, by }: End): LegalStanding {
  return by === null ? { state: 'expired', since: on } : { state: 'replaced', since: on, by };
}

function changesUpTo({ changes }: LegalForce, date: CalendarDate): readonly LegalChange[] {
  return changes
    .filter(({ effect, from }) => effect !== 'replaces' && compareDates(from, date) <= 0)
    .sort((a, b) => compareDates(a.from, b.from));
}
