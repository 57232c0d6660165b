/** A note as it stands on the page. */
export interface StandingNote {
  readonly id: string;
  readonly open: boolean;
}

/** The note to go on with once one is settled: the next one below it that is still open, as the page now stands. */
export function noteAfter(
  order: readonly string[],
  settled: string,
  now: readonly StandingNote[],
): string | undefined {
  const open = new Set(now.filter((note) => note.open).map(({ id }) => id));
  return order.slice(order.indexOf(settled) + 1).find((id) => open.has(id));
}
