import type { CalendarDate } from '../../shared/calendar-date.js';

export const COUNCIL_DUTIES = ['chair', 'secretary', 'reviewer', 'member'] as const;

/** What a person is on a council: chủ tịch, thư ký, phản biện, ủy viên. */
export type CouncilDuty = (typeof COUNCIL_DUTIES)[number];

/** A member as the decision appoints them. */
export interface CouncilMember {
  readonly accountId: string;
  readonly duty: CouncilDuty;
  readonly isTeacher: boolean;
  /** Speaks for those who send the trainees: communes and their superiors. */
  readonly representsUsers: boolean;
  readonly yearsOfExperience: number;
}

/** A share of a whole: 2 of 3. */
export interface Share {
  readonly of: number;
  readonly in: number;
}

/**
 * What a council must be and how it decides. Dated data with its legal basis, never constants
 * (domain dossier 4.11: five to seven people, a third of them teachers, two thirds present with
 * the chair, two thirds in favour).
 */
export interface CouncilRules {
  readonly leastMembers: number;
  readonly mostMembers: number;
  readonly teachers: Share;
  readonly leastUserRepresentatives: number;
  readonly leastYearsOfExperience: number;
  readonly quorum: Share;
  readonly majority: Share;
  /** Days between sending the papers and the meeting. */
  readonly daysAhead: number;
}

export const BALLOT_VALUES = ['pass', 'pass_with_changes', 'fail', 'abstain'] as const;

/** đạt · đạt, phải chỉnh sửa · không đạt · không ý kiến. */
export type BallotValue = (typeof BALLOT_VALUES)[number];

/** A vote on exactly what was frozen; the latest one of a member counts. */
export interface Ballot {
  readonly memberId: string;
  readonly value: BallotValue;
  readonly manifestHash: string;
}

export const COUNCIL_OUTCOMES = ['pass', 'pass_with_changes', 'fail'] as const;

/** đạt · đạt, phải chỉnh sửa · không đạt. */
export type CouncilOutcome = (typeof COUNCIL_OUTCOMES)[number];

/** A council at its work on one frozen edition. */
export interface Council {
  readonly members: readonly CouncilMember[];
  /** What it was asked about. */
  readonly manifestHash: string;
  /** Wrote in what is being judged or prepared it: neither present nor voting in law. */
  readonly recusedIds: readonly string[];
  readonly papersSentOn: CalendarDate;
  /** In the order they were given. */
  readonly ballots: readonly Ballot[];
}

/** The smallest whole number that reaches a share of a count: two thirds of seven are five. */
export function leastOf(share: Share, count: number): number {
  return Math.ceil((count * share.of) / share.in);
}
