import type { conveneCouncil, InputOf } from '@cam-nang/contracts';
import { compositionFaults, type CompositionFault, type CouncilDuty } from '@cam-nang/domain';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import type { AppraisalRules, Candidate } from './council-types.js';

type Body = InputOf<typeof conveneCouncil>['body'];

/** A seat as it is being filled in; without a duty the person does not sit. */
export interface Seat {
  readonly duty: CouncilDuty | '';
  readonly organisation: string;
  readonly isTeacher: boolean;
  readonly representsUsers: boolean;
  readonly years: string;
}

/** The form of a new council as it is typed. */
export interface ConveneValues {
  readonly decisionNo: string;
  readonly decisionDate: string;
  readonly papersSentOn: string;
  readonly seats: Readonly<Record<string, Seat>>;
}

export const CONVENE_FIELDS = ['decisionNo', 'decisionDate', 'papersSentOn'] as const;
export type ConveneField = (typeof CONVENE_FIELDS)[number];

export type ConveneError = 'needed' | 'dateWrong' | 'dateAhead';

/** What is wrong with the form, and the body to send when nothing is. */
export interface ConveneState {
  readonly errors: Readonly<Partial<Record<ConveneField, ConveneError>>>;
  /** Members whose years of experience nobody has told yet. */
  readonly yearsUntold: readonly string[];
  readonly faults: readonly CompositionFault[];
  readonly body: Body | undefined;
}

/** The seat that a person has before anything is chosen. */
export function emptySeat({ organisation }: Candidate): Seat {
  return { duty: '', organisation, isTeacher: false, representsUsers: false, years: '' };
}

/** Judges the form by the rules the server will judge it by. `today`: the day in Hanoi. */
export function judgeConvening(
  values: ConveneValues,
  rules: AppraisalRules,
  today: string,
): ConveneState {
  const decisionDate = parseTypedDate(values.decisionDate);
  const papersSentOn = parseTypedDate(values.papersSentOn);
  const decisionNo = values.decisionNo.trim();
  const errors = {
    ...(decisionNo === '' ? { decisionNo: 'needed' as const } : {}),
    ...dayError('decisionDate', decisionDate, today),
    ...dayError('papersSentOn', papersSentOn, today),
  };
  const members = membersOf(values.seats);
  const yearsUntold = members
    .map(({ accountId }) => accountId)
    .filter((accountId) => yearsOf(values.seats[accountId]) === null);
  const faults = compositionFaults(members, rules.parameters).filter(
    (fault) => fault.code !== 'little_experience' || !yearsUntold.includes(fault.accountId),
  );
  const fine = faults.length === 0 && yearsUntold.length === 0 && Object.keys(errors).length === 0;
  const told = decisionDate !== undefined && papersSentOn !== undefined;
  const body = told && fine ? { decisionNo, decisionDate, papersSentOn, members } : undefined;
  return { errors, yearsUntold, faults, body };
}

function dayError(field: 'decisionDate' | 'papersSentOn', day: string | undefined, today: string) {
  if (day === undefined) return { [field]: 'dateWrong' as const };
  return day > today ? { [field]: 'dateAhead' as const } : {};
}

/** Years as a whole number; null as long as none are told. */
function yearsOf(seat: Seat | undefined): number | null {
  const typed = seat?.years.trim() ?? '';
  return /^\d{1,2}$/.test(typed) ? Number(typed) : null;
}

function membersOf(seats: ConveneValues['seats']): Body['members'] {
  return Object.entries(seats).flatMap(([accountId, seat]) => {
    if (seat.duty === '') return [];
    const { duty, organisation, isTeacher, representsUsers } = seat;
    const yearsOfExperience = yearsOf(seat) ?? 0;
    return [{ accountId, duty, organisation, isTeacher, representsUsers, yearsOfExperience }];
  });
}
