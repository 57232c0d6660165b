import { useEffect, useState } from 'react';
import { readChangesSince } from '@cam-nang/contracts/routes';
import { useRead, type Read } from '../../data/query.js';
import type { RequestSince } from '../../kit/curriculum/types.js';
import { keptSince } from './model/kept-since.js';

interface Asked {
  readonly requestId: string;
  readonly overlayHash: string;
  /** The request as it stands now. */
  readonly now: string;
}

/** What changed in a request since a version of it was judged; read again with every version that comes after. */
export function useSince(asked: Asked): Read<RequestSince> {
  const { requestId, overlayHash, now } = asked;
  const from = useRead(readChangesSince, { params: { requestId, overlayHash } });
  const isOld = from.data !== undefined && from.data.overlayHash !== now;
  const { refetch } = from.query;
  useEffect(() => {
    if (isOld) void refetch();
  }, [isOld, now, refetch]);
  return from;
}

/** The same for whoever reads it through: nothing is exchanged under their eyes, it is only said that there is more. */
export function useKeptSince(asked: Asked) {
  const from = useSince(asked);
  const [kept, keep] = useState<RequestSince>();
  const { shown, newer } = keptSince(kept, from.data, asked.now);
  if (shown !== kept) keep(shown);
  return { from: { ...from, data: shown }, newer };
}
