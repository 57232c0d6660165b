import { useCallback, useEffect, useRef, useState } from 'react';
import { releaseLease, takeLease } from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { asProblem } from '../../../lib/api/problem.js';

const RENEW_MS = 45_000;

/**
 * Who writes here: mine, somebody else's until a time, or not known (no network). Who was writing before
 * somebody else came is not stopped by it: the place is shared.
 */
export type LeaseState =
  | { readonly status: 'unknown' | 'mine' }
  | { readonly status: 'held' | 'shared'; readonly holder: string; readonly until: string };

/** Says that one is writing here while the page is open, renewed; tells who else is. */
export function useLease(
  place: { readonly requestId: string; readonly nodeId: string },
  editable: boolean,
): { readonly lease: LeaseState; readonly insist: () => void } {
  const { requestId, nodeId } = place;
  const [lease, setLease] = useState<LeaseState>({ status: 'unknown' });
  const wrote = useRef(false);
  const take = useCallback(
    async (insist: boolean) => {
      try {
        await call(takeLease, { params: { requestId, nodeId }, body: { insist } });
        wrote.current = true;
        setLease({ status: 'mine' });
      } catch (error) {
        const { code, details } = asProblem(error);
        if (code !== 'curriculum.lease_held') {
          wrote.current = true;
          return;
        }
        const status = wrote.current ? 'shared' : 'held';
        const { holder, until } = details;
        setLease({ status, holder: String(holder ?? ''), until: String(until ?? '') });
      }
    },
    [requestId, nodeId],
  );
  useEffect(() => {
    if (!editable) return undefined;
    const params = { requestId, nodeId };
    const first = setTimeout(() => void take(false), 0);
    const timer = setInterval(() => void take(false), RENEW_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      call(releaseLease, { params }).catch(() => undefined);
    };
  }, [take, editable, requestId, nodeId]);
  return { lease, insist: () => void take(true) };
}
