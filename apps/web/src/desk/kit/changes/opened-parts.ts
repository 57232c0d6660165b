/** Which parts of a page stand open, and which are about to be opened, in their order. */
export interface OpenedParts<K> {
  readonly open: ReadonlySet<K>;
  readonly waiting: readonly K[];
}

/** Parts opened at once: a comparison of hundreds of lessons must not hold the page up for longer than a keystroke. */
export const OPENED_TOGETHER = 2;

/** Opens all of `keys`, the first of them at once and the others portion by portion; what is open stays. */
export function openingAll<K>(parts: OpenedParts<K>, keys: readonly K[]): OpenedParts<K> {
  return nextOpened({ ...parts, waiting: keys.filter((key) => !parts.open.has(key)) });
}

/** The next portion opened. */
export function nextOpened<K>({ open, waiting }: OpenedParts<K>): OpenedParts<K> {
  return {
    open: new Set([...open, ...waiting.slice(0, OPENED_TOGETHER)]),
    waiting: waiting.slice(OPENED_TOGETHER),
  };
}

/** One part opened, or closed for good though it waited. */
export function toggledPart<K>({ open, waiting }: OpenedParts<K>, key: K): OpenedParts<K> {
  const after = new Set(open);
  if (!after.delete(key)) after.add(key);
  return { open: after, waiting: waiting.filter((one) => one !== key) };
}

/** Whether all of `keys` are open or about to be. */
export function allOpened<K>({ open, waiting }: OpenedParts<K>, keys: readonly K[]): boolean {
  const soon = new Set(waiting);
  return keys.every((key) => open.has(key) || soon.has(key));
}
