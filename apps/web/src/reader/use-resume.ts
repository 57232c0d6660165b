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
    const wanted = location.hash.slice(1) || (lastBlockId ? blockAnchor(lastBlockId) : '');
    if (wanted === '' || scrollY > 0) return;
    const element = document.getElementById(decodeURIComponent(wanted));
    element?.closest('section')?.scrollIntoView({ block: 'start' });
    if (location.hash !== '') element?.scrollIntoView({ block: 'start' });
  }, [lesson, lastBlockId]);
}
