import { useEffect, useRef } from 'react';
import { blockAnchor } from './block-anchor.js';

/**
 * Goes, once the text is on the page, to the passage of the address (`#b-…`) or to where the person left.
 * Runs once for each lesson; a person who has begun to scroll is left in peace.
 */
export function useResume(
  lesson: string | undefined,
  lastBlockId: string | null | undefined,
): void {
  const resumed = useRef<string>(undefined);
  useEffect(() => {
    if (lesson === undefined || resumed.current === lesson) return;
    resumed.current = lesson;
    if (scrollY === 0) goTo(location.hash.slice(1), lastBlockId ?? undefined);
  }, [lesson, lastBlockId]);
}

function goTo(hash: string, lastBlockId: string | undefined): void {
  if (hash !== '') {
    document.getElementById(decoded(hash))?.scrollIntoView({ block: 'start' });
  } else if (lastBlockId !== undefined) {
    const block = document.getElementById(blockAnchor(lastBlockId));
    block?.closest('section[class]')?.scrollIntoView({ block: 'start' });
  }
}

/** The words of an address; one that is broken is taken as it stands. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
