import type { addMeeting, RequestOf } from '@cam-nang/contracts';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import type { Meeting } from './roll-model.js';

export type MeetingBody = RequestOf<typeof addMeeting>['body'];
export const HALF_DAYS = ['morning', 'afternoon', 'evening'] as const;

export interface MeetingErrors {
  readonly onDate?: 'dateWrong' | 'dateOutside';
  readonly halfDay?: 'taken';
  readonly periods?: 'periodsWrong';
}

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

function dateError(
  onDate: string | undefined,
  days: { readonly opensOn: string; readonly closesOn: string },
): MeetingErrors {
  if (onDate === undefined) return { onDate: 'dateWrong' };
  const outside = onDate < days.opensOn || onDate > days.closesOn;
  return outside ? { onDate: 'dateOutside' } : {};
}

/** Reads the form of a meeting: what is to be mended, or what to send. A half-day has one meeting. */
export function readMeetingForm(
  data: FormData,
  days: { readonly opensOn: string; readonly closesOn: string },
  planned: readonly Pick<Meeting, 'onDate' | 'halfDay'>[],
): { readonly errors: MeetingErrors; readonly body: MeetingBody | undefined } {
  const onDate = parseTypedDate(textOf(data, 'onDate'));
  const halfDay = HALF_DAYS.find((half) => half === textOf(data, 'halfDay')) ?? 'morning';
  const typed = textOf(data, 'periods');
  const taken = planned.some((one) => one.onDate === onDate && one.halfDay === halfDay);
  const errors: MeetingErrors = {
    ...dateError(onDate, days),
    ...(taken ? { halfDay: 'taken' as const } : {}),
    ...(/^[1-8]$/.test(typed) ? {} : { periods: 'periodsWrong' as const }),
  };
  if (onDate === undefined || Object.keys(errors).length > 0) return { errors, body: undefined };
  const moduleNodeId = textOf(data, 'moduleNodeId');
  const body: MeetingBody = {
    onDate,
    halfDay,
    periods: Number(typed),
    moduleNodeId: moduleNodeId === '' ? null : moduleNodeId,
    topic: textOf(data, 'topic'),
    place: textOf(data, 'place'),
  };
  return { errors, body };
}
