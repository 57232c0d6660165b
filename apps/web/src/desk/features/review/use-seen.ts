import { useState } from 'react';
import type { RequestDiff, RequestView } from '../../kit/curriculum/types.js';

/** The comparison that is on the screen, and whether the request has changed since. */
export interface Seen {
  readonly diff: RequestDiff;
  readonly outdated: boolean;
  /** It was compared as an erratum and has become an amendment. */
  readonly amended: boolean;
  /** Hash of the request as it stands now. */
  readonly now: string;
  /** Shows the request as it stands now. */
  readonly renew: () => Promise<void>;
}

/**
 * Keeps what a reviewer reads as it is until they ask for the new version: a verdict is about exactly what was
 * seen, in words and in kind, so nothing may be exchanged under their eyes.
 */
export function useSeen(
  request: Pick<RequestView, 'overlayHash' | 'kind'>,
  latest: RequestDiff,
  reread: () => Promise<RequestDiff | undefined>,
): Seen {
  const [diff, setDiff] = useState(latest);
  const changed = [request.overlayHash, latest.overlayHash].find(
    (hash) => hash !== diff.overlayHash,
  );
  const amended = [request.kind, latest.requestKind].some((kind) => kind !== diff.requestKind);
  return {
    diff,
    outdated: changed !== undefined || amended,
    amended,
    now: changed ?? diff.overlayHash,
    renew: async () => {
      const fresh = await reread();
      if (fresh !== undefined) setDiff(fresh);
    },
  };
}
