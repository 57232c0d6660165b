import { addDays, type CalendarDate } from '../../shared/calendar-date.js';
import {
  leastOf,
  type Ballot,
  type BallotValue,
  type Council,
  type CouncilOutcome,
  type CouncilRules,
} from './council.js';

/** Why a council cannot decide yet. */
export type TallyFault =
  | { readonly code: 'no_quorum'; readonly found: number; readonly wanted: number }
  | { readonly code: 'chair_absent' }
  | { readonly code: 'papers_too_late'; readonly from: CalendarDate };

/** How a vote stands: what counts, what is missing, and what it comes to. */
export interface Tally {
  /** Members whose vote counts: one each, on what is frozen now, not recused. */
  readonly counting: readonly Ballot[];
  readonly votes: Readonly<Record<BallotValue, number>>;
  readonly present: number;
  readonly quorum: number;
  /** How many must be in favour, of those present. */
  readonly needed: number;
  /** Votes on something else than what is frozen now: struck, with their givers asked again. */
  readonly outdatedIds: readonly string[];
  readonly faults: readonly TallyFault[];
  /** What the vote comes to; null while anything keeps the council from deciding. */
  readonly outcome: CouncilOutcome | null;
}

/**
 * Counts a council's vote on a day. Quorum is a share of everyone appointed, so that recused members
 * make it harder, not easier; the majority is a share of those present.
 */
export function tally(council: Council, rules: CouncilRules, today: CalendarDate): Tally {
  const counting = countingBallots(council);
  const present = counting.length;
  const quorum = leastOf(rules.quorum, council.members.length);
  const needed = leastOf(rules.majority, present);
  const votes = countVotes(counting);
  const faults = faultsOf(
    { council, counting, quorum, earliest: earliestDay(council, rules) },
    today,
  );
  return {
    counting,
    votes,
    present,
    quorum,
    needed,
    outdatedIds: outdatedIds(council, counting),
    faults,
    outcome: faults.length > 0 ? null : outcomeOf(votes, needed),
  };
}

/** The first day on which a council may decide: papers go out that many days ahead. */
export function earliestDay({ papersSentOn }: Council, { daysAhead }: CouncilRules): CalendarDate {
  return addDays(papersSentOn, daysAhead);
}

/** Members who may vote: all but those who wrote in what is judged or prepared it. */
export function votingIds({ members, recusedIds }: Council): readonly string[] {
  return members.map((member) => member.accountId).filter((id) => !recusedIds.includes(id));
}

function countingBallots(council: Council): readonly Ballot[] {
  const allowed = new Set(votingIds(council));
  const latest = new Map<string, Ballot>();
  for (const ballot of council.ballots) {
    if (allowed.has(ballot.memberId)) latest.set(ballot.memberId, ballot);
  }
  return [...latest.values()].filter((ballot) => ballot.manifestHash === council.manifestHash);
}

function outdatedIds(council: Council, counting: readonly Ballot[]): readonly string[] {
  const counted = new Set(counting.map((ballot) => ballot.memberId));
  const voted = new Set(council.ballots.map((ballot) => ballot.memberId));
  return votingIds(council).filter((id) => voted.has(id) && !counted.has(id));
}

function countVotes(counting: readonly Ballot[]): Tally['votes'] {
  const votes = { pass: 0, pass_with_changes: 0, fail: 0, abstain: 0 };
  for (const { value } of counting) votes[value] += 1;
  return votes;
}

function faultsOf(
  {
    council,
    counting,
    quorum,
    earliest,
  }: {
    readonly council: Council;
    readonly counting: readonly Ballot[];
    readonly quorum: number;
    readonly earliest: CalendarDate;
  },
  today: CalendarDate,
): TallyFault[] {
  const found = counting.length;
  const chair = council.members.find((member) => member.duty === 'chair')?.accountId;
  const chairHere = counting.some((ballot) => ballot.memberId === chair);
  return [
    ...(found < quorum ? [{ code: 'no_quorum', found, wanted: quorum } as const] : []),
    ...(chairHere ? [] : [{ code: 'chair_absent' } as const]),
    ...(today < earliest ? [{ code: 'papers_too_late', from: earliest } as const] : []),
  ];
}

function outcomeOf(votes: Tally['votes'], needed: number): CouncilOutcome {
  if (votes.pass >= needed) return 'pass';
  return votes.pass + votes.pass_with_changes >= needed ? 'pass_with_changes' : 'fail';
}
