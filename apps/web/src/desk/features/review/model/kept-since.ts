/** What is laid over a judged version, and which version it is laid over it from. */
interface Laid {
  readonly overlayHash: string;
}

/**
 * What a reader has before them stays as it is, whatever arrives behind it: the first answer about the request as it
 * then stood. `newer` once the request has gone on from there.
 */
export function keptSince<T extends Laid>(
  kept: T | undefined,
  latest: T | undefined,
  now: string,
): { readonly shown: T | undefined; readonly newer: boolean } {
  // An answer of an earlier visit may be about a version that is gone.
  const first = latest?.overlayHash === now ? latest : undefined;
  const shown = kept ?? first;
  return { shown, newer: shown !== undefined && shown.overlayHash !== now };
}
