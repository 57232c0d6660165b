import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import { OPEN_STATES } from './request-facts.js';
import type { Stranded } from './stranded-corrections.js';
import { checksOf, type RequestCheck } from './version-checks.js';

/**
 * Corrections of issued editions that are not yet in the main line: an amendment made without them brings the
 * error back for whoever moves on to it. Advice, for the correction may not fit the new text any more.
 */
export function followUpChecks(requests: readonly ChangeRequestRow[]): RequestCheck[] {
  const numbers = new Map(requests.map(({ id, number }) => [id, number]));
  const waiting = requests.flatMap(({ id, number, title, state, followsId }) => {
    if (followsId === null || !OPEN_STATES.has(state)) return [];
    const follows = numbers.get(followsId) ?? 0;
    return [{ nodeId: null, params: { requestId: id, number, title, follows } }];
  });
  return checksOf({ code: 'errata_carried_over', blocking: false, broken: waiting });
}

/** That an amendment waits for corrections of the newest edition to be issued. Said only where it is so. */
export function errataFirstChecks(stranded: Stranded | null): RequestCheck[] {
  if (stranded === null) return [];
  const { edition, next, hindrance } = stranded;
  const broken = [{ nodeId: null, params: { edition, next, hindrance } }];
  return checksOf({ code: 'errata_first', blocking: false, broken });
}
