/** Drawings until everything around the place has its own height. */
const DRAWINGS = 4;

/**
 * Brings a place into view and keeps it there: what is far from the screen has no more than a guessed height, and
 * what comes near it gets its own only then, which pushes the place away again.
 */
export function scrollToPlace(id: string): void {
  const bring = (left: number): void => {
    document.getElementById(id)?.scrollIntoView({ block: 'start' });
    if (left > 1) requestAnimationFrame(() => bring(left - 1));
  };
  bring(DRAWINGS);
}
