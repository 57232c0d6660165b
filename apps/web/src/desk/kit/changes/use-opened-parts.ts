import { startTransition, useCallback, useEffect, useState } from 'react';
import {
  allOpened,
  nextOpened,
  openingAll,
  toggledPart,
  type OpenedParts,
} from './opened-parts.js';

export interface UsedParts<K> {
  readonly open: ReadonlySet<K>;
  /** Whether all are open, or are being opened. */
  readonly allOpen: boolean;
  /** The same function as long as the page stands. */
  readonly toggle: (key: K) => void;
  /** Opens all, or closes them when all are open. */
  readonly toggleAll: () => void;
}

/** Parts of a page that are opened one by one or all together, `first` of them from the beginning. */
export function useOpenedParts<K>(keys: readonly K[], first: readonly K[]): UsedParts<K> {
  const [parts, setParts] = useState<OpenedParts<K>>(() => ({ open: new Set(first), waiting: [] }));
  useEffect(() => {
    if (parts.waiting.length === 0) return undefined;
    const timer = setTimeout(() => startTransition(() => setParts(nextOpened)), 32);
    return () => clearTimeout(timer);
  }, [parts]);
  const toggle = useCallback((key: K) => setParts((now) => toggledPart(now, key)), []);
  const allOpen = allOpened(parts, keys);
  return {
    open: parts.open,
    allOpen,
    toggle,
    toggleAll: () =>
      setParts((now) => (allOpen ? { open: new Set(), waiting: [] } : openingAll(now, keys))),
  };
}
