import { useEffect } from 'react';
import { readChangesSince } from '@cam-nang/contracts/routes';
import { useRead, type Read } from '../../data/query.js';
import type { RequestSince } from '../../kit/curriculum/types.js';

/** What changed in a request since a version of it was judged; read again with every version that comes after. */
export function useSince(asked: {
  readonly requestId: string;
  readonly overlayHash: string;
  /** The request as it stands now. */
  readonly now: string;
}): Read<RequestSince> {
  const { requestId, overlayHash, now } = asked;
  const from = useRead(readChangesSince, { params: { requestId, overlayHash } });
  const isOld = from.data !== undefined && from.data.overlayHash !== now;
  const { refetch } = from.query;
  useEffect(() => {
    if (isOld) void refetch();
  }, [isOld, now, refetch]);
  return from;
}
