import type { openCohort, RequestOf } from '@cam-nang/contracts';
import { calendarDate, COHORT_BOUNDS, daysBetween } from '@cam-nang/domain';
import { parseTypedDate } from '../../../lib/i18n/typed.js';

type Body = RequestOf<typeof openCohort>['body'];
type Wrong = 'needed' | 'dateWrong' | 'closesBefore' | 'closesLate';

/** What is wrong in the form, by field. */
export type OpeningErrors = Partial<
  Readonly<Record<'opensOn' | 'closesOn' | 'code' | 'title' | 'capacity', Wrong>>
>;

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The two days of a cohort, and what is wrong with them. */
function readDays(data: FormData) {
  const opensOn = parseTypedDate(textOf(data, 'opensOn'));
  const closesOn = parseTypedDate(textOf(data, 'closesOn'));
  const errors: OpeningErrors = {
    ...(opensOn === undefined ? { opensOn: 'dateWrong' as const } : {}),
    ...(closesOn === undefined ? { closesOn: 'dateWrong' as const } : {}),
  };
  if (opensOn === undefined || closesOn === undefined) return { days: undefined, errors };
  if (closesOn < opensOn) return { days: undefined, errors: { closesOn: 'closesBefore' as const } };
  if (daysBetween(calendarDate(opensOn), calendarDate(closesOn)) >= COHORT_BOUNDS.days)
    return { days: undefined, errors: { closesOn: 'closesLate' as const } };
  return { days: { opensOn, closesOn }, errors };
}

/** Reads the form of a new cohort: a body to send, or what has to be mended. */
export function readOpening(data: FormData): {
  readonly body: Body | undefined;
  readonly errors: OpeningErrors;
} {
  const { days, errors: wrongDays } = readDays(data);
  const capacity = Number(textOf(data, 'capacity'));
  const code = textOf(data, 'code');
  const title = textOf(data, 'title');
  const errors: OpeningErrors = {
    ...wrongDays,
    ...(code === '' ? { code: 'needed' as const } : {}),
    ...(title === '' ? { title: 'needed' as const } : {}),
    ...(Number.isInteger(capacity) && capacity > 0 ? {} : { capacity: 'needed' as const }),
  };
  if (days === undefined || Object.keys(errors).length > 0) return { body: undefined, errors };
  const body = {
    code,
    title,
    courseId: textOf(data, 'courseId'),
    ownerUnitId: textOf(data, 'ownerUnitId'),
    issuerId: textOf(data, 'issuerId'),
    ...days,
    capacity,
    place: textOf(data, 'place'),
  };
  return { body, errors };
}
