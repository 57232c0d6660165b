import type { CalendarDate } from '../../shared/calendar-date.js';
import { ok, refused, type Result } from '../../shared/result.js';
import type { BallotValue, Council, CouncilOutcome, CouncilRules } from './council.js';
import { tally, votingIds } from './tally.js';

export const COUNCIL_STAGES = ['sitting', 'decided', 'dissolved'] as const;

/** `decided` by its chair with an outcome; `dissolved` when what it judged was sent back before. */
export type CouncilStage = (typeof COUNCIL_STAGES)[number];

/** A council as far as its work goes. */
export interface CouncilSession extends Council {
  readonly stage: CouncilStage;
  readonly outcome: CouncilOutcome | null;
}

export const COUNCIL_COMMANDS = ['vote', 'close', 'confirm', 'dissolve'] as const;

export type CouncilCommand =
  | {
      readonly kind: 'vote';
      readonly by: string;
      readonly value: BallotValue;
      readonly manifestHash: string;
      readonly comment: string;
    }
  | { readonly kind: 'close'; readonly by: string; readonly conclusion: string }
  /** The chair finds that the next candidate holds what the council asked for. */
  | { readonly kind: 'confirm'; readonly by: string; readonly manifestHash: string }
  | { readonly kind: 'dissolve'; readonly by: string; readonly reason: string };

export type CouncilEvent =
  | {
      readonly kind: 'voted';
      readonly by: string;
      readonly value: BallotValue;
      readonly manifestHash: string;
      readonly comment: string;
    }
  | {
      readonly kind: 'decided';
      readonly by: string;
      readonly outcome: CouncilOutcome;
      readonly conclusion: string;
    }
  | { readonly kind: 'confirmed'; readonly by: string }
  | { readonly kind: 'dissolved'; readonly by: string; readonly reason: string };

/** What must be known from outside to judge a command. */
export interface CouncilContext {
  readonly rules: CouncilRules;
  /** Today in Hanoi. */
  readonly today: CalendarDate;
}

type Decision = Result<CouncilEvent>;
type Command<K extends CouncilCommand['kind']> = Extract<CouncilCommand, { kind: K }>;

const ALLOWED: Readonly<Record<CouncilCommand['kind'], CouncilStage>> = {
  vote: 'sitting',
  close: 'sitting',
  confirm: 'decided',
  dissolve: 'sitting',
};

/**
 * What a command does to a council, or why it is refused. Votes are about what was frozen; nobody
 * votes on what they wrote or prepared; the chair closes, and only what the count says.
 *
 * Refusals: `council.wrong_state`, `council.not_a_member`, `council.cannot_decide` with the faults,
 * `council.chair_only`, `council.nothing_changed`, `edition.manifest_changed`, `permission.same_person`,
 * `request.invalid`.
 */
export function decideCouncil(
  council: CouncilSession,
  command: CouncilCommand,
  context: CouncilContext,
): Decision {
  const { stage } = council;
  if (ALLOWED[command.kind] !== stage) {
    return refused('council.wrong_state', { state: stage, command: command.kind });
  }
  switch (command.kind) {
    case 'vote':
      return vote(council, command);
    case 'close':
      return close(council, command, context);
    case 'confirm':
      return confirm(council, command);
    case 'dissolve':
      return command.reason.trim() === ''
        ? required('reason')
        : ok({ ...command, kind: 'dissolved' });
  }
}

function vote(council: CouncilSession, command: Command<'vote'>): Decision {
  const { by, value, manifestHash, comment } = command;
  if (!council.members.some((member) => member.accountId === by)) {
    return refused('council.not_a_member');
  }
  if (!votingIds(council).includes(by)) {
    return refused('permission.same_person', { rule: 'author_is_not_judge' });
  }
  if (manifestHash !== council.manifestHash) {
    return refused('edition.manifest_changed', { manifestHash: council.manifestHash });
  }
  const silent = value === 'pass' || value === 'abstain';
  if (!silent && comment.trim() === '') return required('comment');
  return ok({ kind: 'voted', by, value, manifestHash, comment: comment.trim() });
}

function close(
  council: CouncilSession,
  { by, conclusion }: Command<'close'>,
  { rules, today }: CouncilContext,
): Decision {
  const notChair = chairProblem(council, by);
  if (notChair) return notChair;
  const { outcome, faults } = tally(council, rules, today);
  if (outcome === null) return refused('council.cannot_decide', { faults });
  if (outcome !== 'pass' && conclusion.trim() === '') return required('conclusion');
  return ok({ kind: 'decided', by, outcome, conclusion: conclusion.trim() });
}

function confirm(council: CouncilSession, { by, manifestHash }: Command<'confirm'>): Decision {
  if (council.outcome !== 'pass_with_changes') {
    return refused('council.wrong_state', { outcome: council.outcome, command: 'confirm' });
  }
  const notChair = chairProblem(council, by);
  if (notChair) return notChair;
  // What says the same as what was judged holds none of the changes that were asked for.
  if (manifestHash === council.manifestHash) return refused('council.nothing_changed');
  return ok({ kind: 'confirmed', by });
}

function chairProblem({ members }: CouncilSession, by: string): Decision | null {
  const chair = members.find((member) => member.duty === 'chair');
  return chair?.accountId === by ? null : refused('council.chair_only');
}

function required(field: string): Decision {
  return refused('request.invalid', { field, reason: 'required' });
}
