/** What this device remembers under a name; nothing where storage is refused (private windows, quotas). */
export function readStored(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Remembers a value on this device, or forgets it; losing it is never an error. */
export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) globalThis.localStorage?.removeItem(key);
    else globalThis.localStorage?.setItem(key, value);
  } catch {
    // Storage may be full or forbidden; the choice then lives as long as the page.
  }
}
