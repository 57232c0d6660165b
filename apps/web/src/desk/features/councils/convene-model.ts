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

export type ConveneField = 'decisionNo' | 'decisionDate' | 'papersSentOn';

/** What is wrong with the form, and the body to send when nothing is. */
export interface ConveneState {
  readonly errors: Readonly<Partial<Record<ConveneField, 'needed' | 'dateWrong'>>>;
  readonly faults: readonly CompositionFault[];
  readonly body: Body | undefined;
}

/** The seat that a person has before anything is chosen. */
export function emptySeat({ organisation }: Candidate): Seat {
  return { duty: '', organisation, isTeacher: false, representsUsers: false, years: '5' };
}

/** Judges the form by the rules the server will judge it by. */
export function judgeConvening(values: ConveneValues, rules: AppraisalRules): ConveneState {
  const decisionDate = parseTypedDate(values.decisionDate);
  const papersSentOn = parseTypedDate(values.papersSentOn);
  const decisionNo = values.decisionNo.trim();
  const errors = {
    ...(decisionNo === '' ? { decisionNo: 'needed' as const } : {}),
    ...(decisionDate === undefined ? { decisionDate: 'dateWrong' as const } : {}),
    ...(papersSentOn === undefined ? { papersSentOn: 'dateWrong' as const } : {}),
  };
  const members = membersOf(values.seats);
  const faults = compositionFaults(members, rules.parameters);
  const ready = decisionDate !== undefined && papersSentOn !== undefined && decisionNo !== '';
  const body =
    ready && faults.length === 0 ? { decisionNo, decisionDate, papersSentOn, members } : undefined;
  return { errors, faults, body };
}

function membersOf(seats: ConveneValues['seats']): Body['members'] {
  return Object.entries(seats).flatMap(([accountId, seat]) => {
    if (seat.duty === '') return [];
    const { duty, organisation, isTeacher, representsUsers } = seat;
    const yearsOfExperience = Math.max(0, Math.trunc(Number(seat.years)) || 0);
    return [{ accountId, duty, organisation, isTeacher, representsUsers, yearsOfExperience }];
  });
}
