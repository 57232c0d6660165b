import { useState } from 'react';
import type { RequestDiff, RequestView } from '../../kit/curriculum/types.js';

/** The comparison that is on the screen, and whether the request has changed since. */
export interface Seen {
  readonly diff: RequestDiff;
  readonly outdated: boolean;
  /** Hash of the request as it stands now. */
  readonly now: string;
  /** Shows the request as it stands now. */
  readonly renew: () => Promise<void>;
}

/**
 * Keeps what a reviewer reads as it is until they ask for the new version: a verdict is about exactly what was
 * seen, so nothing may be exchanged under their eyes.
 */
export function useSeen(
  request: Pick<RequestView, 'overlayHash'>,
  latest: RequestDiff,
  reread: () => Promise<RequestDiff | undefined>,
): Seen {
  const [diff, setDiff] = useState(latest);
  const changed = [request.overlayHash, latest.overlayHash].find(
    (hash) => hash !== diff.overlayHash,
  );
  return {
    diff,
    outdated: changed !== undefined,
    now: changed ?? diff.overlayHash,
    renew: async () => {
      const fresh = await reread();
      if (fresh !== undefined) setDiff(fresh);
    },
  };
}
