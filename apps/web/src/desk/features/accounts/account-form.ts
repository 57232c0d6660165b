import type { createAccount, RequestOf } from '@cam-nang/contracts';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import type { GrantBody, Role } from './account-types.js';

type NewAccount = RequestOf<typeof createAccount>['body'];

/** What can be wrong with a field; the words are in the messages under the same key. */
export type Wrong = 'needed' | 'dateWrong' | 'usernameWrong' | 'unitNeeded' | 'toBefore';

export type Errors = Partial<
  Readonly<
    Record<'fullName' | 'username' | 'birthDate' | 'unitId' | 'from' | 'to' | 'basis', Wrong>
  >
>;

export type Reading<T> =
  | { readonly body: T; readonly errors?: undefined }
  | { readonly body?: undefined; readonly errors: Errors };

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,59}$/;

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A day that may be left out: undefined for nothing typed, null for what is no day. */
function dayOf(data: FormData, name: string): string | undefined | null {
  const typed = textOf(data, name);
  return typed === '' ? undefined : (parseTypedDate(typed) ?? null);
}

/** Reads the form of a new account. `unitId` comes from the picker. */
export function readNewAccount(data: FormData, unitId: string | undefined): Reading<NewAccount> {
  const fullName = textOf(data, 'fullName');
  const username = textOf(data, 'username').toLowerCase();
  const birthDate = dayOf(data, 'birthDate');
  const errors: Errors = {
    ...(fullName === '' ? { fullName: 'needed' as const } : {}),
    ...(USERNAME.test(username) ? {} : { username: 'usernameWrong' as const }),
    ...(birthDate === null ? { birthDate: 'dateWrong' as const } : {}),
    ...(unitId === undefined ? { unitId: 'unitNeeded' as const } : {}),
  };
  if (unitId === undefined || birthDate === null || Object.keys(errors).length > 0)
    return { errors };
  const role = textOf(data, 'role') as Role;
  return {
    body: {
      fullName,
      username,
      grants: [{ role, unitId }],
      ...(birthDate === undefined ? {} : { birthDate }),
    },
  };
}

/** Reads the form of a grant. `today` is the day it holds from when none was typed. */
export function readGrant(
  data: FormData,
  unitId: string | undefined,
  today: string,
): Reading<GrantBody> {
  const basis = textOf(data, 'basis');
  const days = readDays(data, today);
  const errors: Errors = {
    ...(basis === '' ? { basis: 'needed' as const } : {}),
    ...days.errors,
    ...(unitId === undefined ? { unitId: 'unitNeeded' as const } : {}),
  };
  if (unitId === undefined || days.body === undefined || basis === '') return { errors };
  return { body: { role: textOf(data, 'role') as Role, unitId, basis, ...days.body } };
}

/** From when until when; both may be left out. */
function readDays(data: FormData, today: string): Reading<Pick<GrantBody, 'from' | 'to'>> {
  const from = dayOf(data, 'from');
  const to = dayOf(data, 'to');
  if (from === null || to === null) {
    return {
      errors: {
        ...(from === null ? { from: 'dateWrong' } : {}),
        ...(to === null ? { to: 'dateWrong' } : {}),
      },
    };
  }
  if (to !== undefined && to <= (from ?? today)) return { errors: { to: 'toBefore' } };
  return { body: { ...(from && { from }), ...(to && { to }) } };
}
