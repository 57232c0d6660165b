import { useEffect, useState } from 'react';
import type { ChangePlace } from '../../kit/changes/change-places.js';
import { isMeantElsewhere } from '../../kit/single-keys.js';
import { stepFrom } from './model/step.js';
import { scrollToPlace } from './scroll-to-place.js';

/** Where a reviewer is among the changes. */
export interface Walk {
  readonly current: ChangePlace | undefined;
  /** Number of the current change from 1; 0 before the first step. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
}

/** Goes from change to change, by buttons and by the keys N, P, C and 2. */
export function useWalk(
  places: readonly ChangePlace[],
  acts: {
    readonly comment: ((place: ChangePlace | undefined) => void) | undefined;
    readonly layout: string;
    readonly toggleLayout: () => void;
  },
): Walk {
  const [currentId, setCurrentId] = useState<string>();
  const index = places.findIndex(({ id }) => id === currentId);
  const current = places[index];
  const step = (by: 1 | -1) => {
    const next = places[stepFrom(index, by, places.length)]?.id;
    // At either end the step leads nowhere new, yet what was scrolled away comes back.
    if (next === currentId) scrollTo(next);
    setCurrentId(next);
  };
  // Another layout moves everything; where the reader is comes back into view.
  useEffect(() => scrollTo(currentId), [currentId, acts.layout]);
  useLinkedPlaces();
  useKeys({
    n: () => step(1),
    p: () => step(-1),
    c: acts.comment && (() => acts.comment?.(current)),
    2: acts.toggleLayout,
  });
  return { current, at: index + 1, step };
}

function scrollTo(id: string | undefined): void {
  if (id !== undefined) scrollToPlace(id);
}

/** Links within the page lead to places as the steps do. */
function useLinkedPlaces(): void {
  useEffect(() => {
    const listen = () => scrollToPlace(location.hash.slice(1));
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, []);
}

/** Hears single keys while nobody types and no dialog is open. */
function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = keys[event.key.toLowerCase()];
      if (act === undefined || isMeantElsewhere(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
