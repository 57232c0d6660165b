import type { CalendarDate } from '../../shared/calendar-date.js';
import type { Result } from '../../shared/result.js';
import type { EditionKind } from '../editions/edition-number.js';
import type { ErratumRefusal } from '../editions/erratum-guard.js';
import type { IssuePlan } from '../editions/issue-plan.js';

export const EDITION_STAGES = [
  'assembling',
  'candidate',
  'approved',
  'returned',
  'issued',
  'withdrawn',
] as const;

/**
 * How far an edition has come. `assembling` is before anything is frozen, `returned` the end of a
 * candidate sent back (the next one is a new candidate). What an issued edition is on a day follows
 * from its dates (`editionState`).
 */
export type EditionStage = (typeof EDITION_STAGES)[number];

/**
 * Who decides. `signature`: the editor-in-chief prepares and a signing director issues. `council`: a
 * council approves in between.
 */
export type EditionTrack = 'signature' | 'council';

/** An edition on its way, as far as its course goes. */
export interface EditionCourse {
  readonly stage: EditionStage;
  readonly kind: EditionKind;
  /** Hash of the frozen curriculum; null before it is frozen. */
  readonly manifestHash: string | null;
  readonly preparedBy: string | null;
  /** Everyone who wrote in a request that this edition contains and the one before did not. */
  readonly authorIds: readonly string[];
}

export type EditionCommand =
  | { readonly kind: 'prepare'; readonly by: string; readonly manifestHash: string }
  | { readonly kind: 'approve'; readonly by: string; readonly manifestHash: string }
  | { readonly kind: 'return'; readonly by: string; readonly reason: string }
  | {
      readonly kind: 'issue';
      readonly by: string;
      readonly manifestHash: string;
      readonly decisionNo: string;
      readonly decisionDate: CalendarDate;
      readonly effectiveFrom: CalendarDate;
    }
  | {
      readonly kind: 'withdraw';
      readonly by: string;
      readonly decisionNo: string;
      readonly decisionDate: CalendarDate;
      readonly reason: string;
      readonly on: CalendarDate;
      /** The edition that cohorts open on instead; null for none. */
      readonly fallbackId: string | null;
    };

export const EDITION_COMMANDS = ['prepare', 'approve', 'return', 'issue', 'withdraw'] as const;

/** What must be known from outside to judge a command. */
export interface EditionContext {
  readonly track: EditionTrack;
  /** Today in Hanoi. */
  readonly today: CalendarDate;
  /** Whether anything differs from the edition before. */
  readonly changed: boolean;
  readonly hoursFit: boolean;
  /** Of the comparison with the corrected edition; only errata look at it. */
  readonly erratumRefusals: readonly ErratumRefusal[];
  /** Whether another edition of the same office bears the same decision number in the same year. */
  readonly decisionTaken: boolean;
  /** The day on which what is to be issued was frozen; null when that is not asked. */
  readonly sealedOn: CalendarDate | null;
  /** The decision that issued what is to be withdrawn; null when that is not asked. */
  readonly issuedBy: { readonly decisionNo: string; readonly decisionDate: CalendarDate } | null;
  /** Whether the one who commands may set a date of effect in the past. */
  readonly mayBackdate: boolean;
  /** The ranges for the date of effect asked for (`planIssue`); null for other commands. */
  readonly plan: Result<IssuePlan> | null;
  /** Editions that may take the place of a withdrawn one (`fallbackChoices`); null when none has to. */
  readonly fallbackIds: readonly string[] | null;
}

export type EditionEvent =
  | { readonly kind: 'prepared'; readonly by: string; readonly manifestHash: string }
  | { readonly kind: 'approved'; readonly by: string; readonly manifestHash: string }
  | { readonly kind: 'returned'; readonly by: string; readonly reason: string }
  | {
      readonly kind: 'issued';
      readonly by: string;
      readonly manifestHash: string;
      readonly decisionNo: string;
      readonly decisionDate: CalendarDate;
      readonly plan: IssuePlan;
    }
  | {
      readonly kind: 'withdrawn';
      readonly by: string;
      readonly decisionNo: string;
      readonly decisionDate: CalendarDate;
      readonly reason: string;
      readonly on: CalendarDate;
      /** Whether cohorts that open would have taken it. */
      readonly governed: boolean;
      readonly fallbackId: string | null;
    };

/** The edition after an event. */
export function applyEditionEvent(edition: EditionCourse, event: EditionEvent): EditionCourse {
  if (event.kind !== 'prepared') return { ...edition, stage: event.kind };
  const { by, manifestHash } = event;
  return { ...edition, stage: 'candidate', preparedBy: by, manifestHash };
}
