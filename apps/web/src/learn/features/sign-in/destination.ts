import { hasDeskRole, isTrainee } from '../../../account/roles.js';
import type { Session } from '../../../lib/session/session.js';

/** Where a person goes after signing in: back to where they came from, else to where they work. */
export function destinationOf(session: Session, search: string): string {
  const wanted = new URLSearchParams(search).get('next');
  // A path of this site only; `//host` and `/\host` would leave it.
  if (wanted !== null && /^\/(?![/\\])/.test(wanted)) return wanted;
  return hasDeskRole(session) && !isTrainee(session) ? '/desk/' : '/';
}
