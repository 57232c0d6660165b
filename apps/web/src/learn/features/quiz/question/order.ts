/** The list with the things at two places exchanged; unchanged when a place is outside it. */
export function swapped(order: readonly string[], one: number, other: number): string[] {
  const made = [...order];
  const [first, second] = [order[one], order[other]];
  if (first === undefined || second === undefined) return made;
  made[one] = second;
  made[other] = first;
  return made;
}
