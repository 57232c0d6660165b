import { useSyncExternalStore } from 'react';
import { wearLook } from '../lib/look-cookie.js';
import { readStored, writeStored } from '../lib/stored.js';

/** How large lesson text is shown on this device. */
export type TextSize = 'normal' | 'large' | 'largest';

const KEY = 'cam-nang.text-size';
const order: readonly TextSize[] = ['normal', 'large', 'largest'];
const listeners = new Set<() => void>();
let current: TextSize = order.find((size) => size === readStored(KEY)) ?? 'normal';

/** Applies the size this device remembers; call it before the first paint. */
export function applyTextSize(): void {
  wearLook('text-size', current);
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
