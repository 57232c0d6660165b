import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../lib/stored.js';

/** How large lesson text is shown on this device. */
export type TextSize = 'normal' | 'large' | 'largest';

const KEY = 'cam-nang.text-size';
const scales: Readonly<Record<TextSize, string>> = { normal: '1', large: '1.15', largest: '1.35' };
const order: readonly TextSize[] = ['normal', 'large', 'largest'];
const listeners = new Set<() => void>();
let current: TextSize = order.find((size) => size === readStored(KEY)) ?? 'normal';

/** Applies the size this device remembers; a lesson calls it when it opens. */
export function applyTextSize(): void {
  document.documentElement.style.setProperty('--reading-scale', scales[current]);
}

/** Goes to the next size, and from the largest back to the first. */
export function nextTextSize(): void {
  current = order[(order.indexOf(current) + 1) % order.length] ?? 'normal';
  writeStored(KEY, current);
  applyTextSize();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The size chosen on this device. */
export function useTextSize(): TextSize {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => 'normal',
  );
}
