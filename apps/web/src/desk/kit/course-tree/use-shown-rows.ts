import { useEffect } from 'react';
import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';

/** Below this everything is in the page, so that search and printing find it. */
const FEW = 150;
const ROW_HEIGHT = 31;

export interface ShownRows {
  /** Places of the rows in the page. */
  readonly indexes: readonly number[];
  /** Heights of what is left out before and after, in pixels. */
  readonly before: number;
  readonly after: number;
  readonly measure: ((element: HTMLTableRowElement | null) => void) | undefined;
}

/** Keeps only the rows around the screen in the page once there are many; `at` stays among them. */
export function useShownRows(count: number, at: number): ShownRows {
  const many = count > FEW;
  const virtual = useWindowVirtualizer<HTMLTableRowElement>({
    count: many ? count : 0,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: 0,
  });
  useEffect(() => {
    if (many && at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [many, at, virtual]);
  if (!many) {
    const indexes = Array.from({ length: count }, (_, index) => index);
    return { indexes, before: 0, after: 0, measure: undefined };
  }
  return { ...rangeOf(virtual), measure: virtual.measureElement };
}

function rangeOf(virtual: Virtualizer<Window, HTMLTableRowElement>) {
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    indexes: items.map((item) => item.index),
    before: first?.start ?? 0,
    after: virtual.getTotalSize() - (last?.end ?? 0),
  };
}
