import { foldForSearch } from '../organisation/folding.js';

/** What tells people apart beside their number. */
export interface Bearer {
  readonly fullName: string;
  /** `yyyy-MM-dd`, or null where it is not known. */
  readonly birthDate: string | null;
}

/**
 * Whether somebody typed under a personal number may be who is recorded under it: the name agrees, marks and
 * case forgiven, or the date of birth does, so that one slip of the pen keeps nobody out. Where neither does,
 * the number was mistyped: nobody else is to be enrolled by it, and nothing about its bearer is to be told.
 */
export function maySharePersonalNumber(typed: Bearer, recorded: Bearer): boolean {
  if (foldForSearch(typed.fullName) === foldForSearch(recorded.fullName)) return true;
  return typed.birthDate !== null && typed.birthDate === recorded.birthDate;
}
