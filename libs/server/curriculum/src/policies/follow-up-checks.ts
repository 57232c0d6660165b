import { editionLabel } from '@cam-nang/domain';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import type { EditionRow } from '../persistence/edition-store.js';
import type { LineRow } from '../persistence/line-store.js';
import { correctionOf, latestStanding } from './errata-line.js';
import { OPEN_STATES } from './request-facts.js';
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

/**
 * Corrections of the newest edition that are merged on the main line and not issued: once an amendment is merged after
 * them, no erratum can be made of them any more. Said only where it is so.
 */
export function errataFirstChecks(
  { kind }: Pick<ChangeRequestRow, 'kind'>,
  editions: readonly EditionRow[],
  lines: readonly LineRow[],
): RequestCheck[] {
  const newest = latestStanding(editions);
  if (kind === 'erratum' || newest === null) return [];
  const correction = correctionOf(newest, editions, lines);
  if (correction === null || correction.apart || !correction.waiting) return [];
  const params = { edition: editionLabel(newest), next: correction.next };
  return checksOf({ code: 'errata_first', blocking: false, broken: [{ nodeId: null, params }] });
}
