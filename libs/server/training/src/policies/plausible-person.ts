import { calendarDate, readBirthDate, readName } from '@cam-nang/domain';
import { InvalidRequest } from '@cam-nang/platform';

/** Goes on only with a name and a date of birth that a list may have too. */
export function demandPlausible(
  typed: { readonly fullName: string; readonly birthDate?: string | undefined },
  today: string,
): void {
  const read = {
    fullName: readName(typed.fullName, () => null),
    birthDate: readBirthDate(typed.birthDate, calendarDate(today)),
  };
  const errors = Object.entries(read).flatMap(([path, { error }]) =>
    error === null
      ? []
      : [{ path, code: 'custom', message: error.code, params: { ...error.params } }],
  );
  if (errors.length > 0) throw new InvalidRequest(errors);
}
