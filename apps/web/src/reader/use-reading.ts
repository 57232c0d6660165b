import { useEffect, useRef, useState } from 'react';

/** A block counts as read once it has stood in the reading zone this long. */
const DWELL = 1200;

/** Part of the window in which text is read: below the bar, above the lower fifth. */
const zone = '-64px 0px -20% 0px';

interface Reading {
  /** What has been read before. */
  readonly read: ReadonlySet<string>;
  /** Blocks that have just been read, in the order of the text. */
  readonly onRead: (blockIds: readonly string[]) => void;
}

/**
 * Follows which blocks pass the eye: reports those that have been read, answers the one at hand
 * (the first on the screen that is still to be read, else the last).
 * A block is read when its end has been in the reading zone for 1.2 s while the page is looked at.
 */
export function useReading(blockIds: readonly string[], reading: Reading): string | undefined {
  const [current, setCurrent] = useState<string>();
  const latest = useRef(reading);
  useEffect(() => {
    latest.current = reading;
  });
  const key = blockIds.join(' ');
  useEffect(() => {
    const ids = key === '' ? [] : key.split(' ');
    return watchBlocks(ids, () => latest.current, setCurrent);
  }, [key]);
  return current;
}

function watchBlocks(
  ids: readonly string[],
  reading: () => Reading,
  onCurrent: (id: string) => void,
): () => void {
  const inView = new Map<string, number>();
  const reported = new Set<string>();
  const tell = () => {
    const shown = ids.filter((id) => inView.has(id));
    const { read } = reading();
    const first = shown.find((id) => !read.has(id)) ?? shown.at(-1);
    if (first !== undefined) onCurrent(first);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) note(entry, inView);
      tell();
    },
    { rootMargin: zone, threshold: [0, 1] },
  );
  for (const id of ids) {
    const element = document.querySelector(`[data-block-id="${CSS.escape(id)}"]`);
    if (element !== null) observer.observe(element);
  }
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    const read = ids.filter((id) => !reported.has(id) && seenLongEnough(id, inView));
    for (const id of read) reported.add(id);
    if (read.length > 0) reading().onRead(read);
    tell();
  }, 400);
  return () => {
    observer.disconnect();
    clearInterval(timer);
  };
}

function note(entry: IntersectionObserverEntry, inView: Map<string, number>): void {
  const id = entry.target.getAttribute('data-block-id');
  if (id === null) return;
  if (!entry.isIntersecting) inView.delete(id);
  else if (!inView.has(id)) inView.set(id, performance.now());
}

/** The end of a long block has to be in the zone; a short one has to be there whole. */
function seenLongEnough(id: string, inView: ReadonlyMap<string, number>): boolean {
  const since = inView.get(id);
  if (since === undefined || performance.now() - since < DWELL) return false;
  const element = document.querySelector(`[data-block-id="${CSS.escape(id)}"]`);
  if (element === null) return false;
  const { bottom } = element.getBoundingClientRect();
  return bottom <= innerHeight;
}
