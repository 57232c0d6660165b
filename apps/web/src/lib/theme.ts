import { useSyncExternalStore } from 'react';
import { wearLook } from './look-cookie.js';
import { readStored, writeStored } from './stored.js';

/** `auto` follows the device. */
export type Theme = 'light' | 'dark' | 'auto';

const KEY = 'cam-nang.theme';
const listeners = new Set<() => void>();
let current: Theme = parse(readStored(KEY));

function parse(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** Applies the theme this device remembers; call it before the first paint. */
export function applyTheme(): void {
  wearLook('theme', current);
}

/** Chooses a theme and remembers it on this device. */
export function setTheme(theme: Theme): void {
  current = theme;
  writeStored(KEY, theme === 'auto' ? null : theme);
  applyTheme();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme chosen on this device. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => 'auto',
  );
}

/** Whether the page is dark now, by choice or by the device. */
export function isDark(theme: Theme): boolean {
  if (theme !== 'auto') return theme === 'dark';
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
}
