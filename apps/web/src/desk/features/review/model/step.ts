/** The place a step leads to: from nowhere to the first or last, from either end no further. */
export function stepFrom(at: number, by: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (at < 0) return by === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + by));
}
