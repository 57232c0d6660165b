import { judgeDuty, type DoneAct } from '../organisation/duties.js';
import type { Permission } from '../organisation/permissions.js';
import { failed, ok, type Result } from '../shared/result.js';

/** States of an award proposal. `signed` is final: from then on there are decision and register. */
export const AWARD_STATES = ['computed', 'submitted', 'signed', 'returned'] as const;

export type AwardState = (typeof AWARD_STATES)[number];

/** What a person asks to be done. `listHash` is the hash of the list that they have before them. */
export type AwardCommand =
  | { readonly type: 'compute' }
  | { readonly type: 'submit'; readonly listHash: string }
  | { readonly type: 'sign'; readonly listHash: string; readonly decisionNo: string }
  | { readonly type: 'return'; readonly reason: string };

/** The proposal as stored; null state before the first computation. */
export interface AwardStanding {
  readonly state: AwardState | null;
  /** Hash of the stored list; null before the first computation. */
  readonly listHash: string | null;
  readonly eligibleCount: number;
}

/** Who asks, and what has happened around the proposal. */
export interface AwardContext {
  readonly actorId: string;
  /** Acts done on this proposal (`award.compute`, `award.submit`), to keep duties apart. */
  readonly done: readonly DoneAct[];
  /** Hash of the list computed afresh at this moment, to find out whether facts have moved on. */
  readonly currentHash: string;
}

/** Why a command is refused. */
export type AwardRefusal =
  | { readonly code: 'wrong-state'; readonly state: AwardState | null }
  | { readonly code: 'nobody-eligible' }
  /** The person has an older list before them than the stored one. */
  | { readonly code: 'list-changed'; readonly listHash: string | null }
  /** The facts have changed since the list was computed: compute it again. */
  | { readonly code: 'facts-changed' }
  | { readonly code: 'same-person'; readonly because: Permission }
  | { readonly code: 'decision-missing' }
  | { readonly code: 'reason-missing' };

/** From which states each command may be given (null: no proposal yet), and where it leads. */
const TRANSITIONS: Readonly<
  Record<AwardCommand['type'], { from: readonly (AwardState | null)[]; to: AwardState }>
> = {
  compute: { from: [null, 'computed', 'returned'], to: 'computed' },
  submit: { from: ['computed'], to: 'submitted' },
  sign: { from: ['submitted'], to: 'signed' },
  return: { from: ['submitted'], to: 'returned' },
};

function listRefusal(
  standing: AwardStanding,
  seenHash: string,
  context: AwardContext,
): AwardRefusal | null {
  if (standing.listHash !== seenHash) {
    return { code: 'list-changed', listHash: standing.listHash };
  }
  if (context.currentHash !== seenHash) return { code: 'facts-changed' };
  return standing.eligibleCount === 0 ? { code: 'nobody-eligible' } : null;
}

function signRefusal(decisionNo: string, context: AwardContext): AwardRefusal | null {
  const duty = judgeDuty('award.sign', context.actorId, context.done);
  if (!duty.allowed) return { code: 'same-person', because: duty.because };
  return decisionNo.trim() === '' ? { code: 'decision-missing' } : null;
}

function refusalOf(
  standing: AwardStanding,
  command: AwardCommand,
  context: AwardContext,
): AwardRefusal | null {
  if (!TRANSITIONS[command.type].from.includes(standing.state)) {
    return { code: 'wrong-state', state: standing.state };
  }
  switch (command.type) {
    case 'compute':
      return null;
    case 'submit':
      return listRefusal(standing, command.listHash, context);
    case 'sign':
      return (
        signRefusal(command.decisionNo, context) ?? listRefusal(standing, command.listHash, context)
      );
    case 'return':
      return command.reason.trim() === '' ? { code: 'reason-missing' } : null;
  }
}

/**
 * Decides a command on an award proposal: the next state, or why not. Computing again is possible
 * until the list is submitted and after it was returned; only a submitted list can be signed or
 * returned. Who computed or submitted does not sign (law 8). Submitting and signing name the hash of
 * the list they are about, and a list whose facts have moved on is computed again first.
 */
export function decideAward(
  standing: AwardStanding,
  command: AwardCommand,
  context: AwardContext,
): Result<AwardState, AwardRefusal> {
  const refusal = refusalOf(standing, command, context);
  return refusal === null ? ok(TRANSITIONS[command.type].to) : failed(refusal);
}
