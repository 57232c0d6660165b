import { foldForSearch } from '@cam-nang/domain';

/** What to propose as a user name: given name, then the initials of the names before it ("hoabt"). */
export function usernameOf(fullName: string): string {
  const words = foldForSearch(fullName)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  const given = words.at(-1);
  if (given === undefined) return '';
  return `${given}${words
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join('')}`;
}
