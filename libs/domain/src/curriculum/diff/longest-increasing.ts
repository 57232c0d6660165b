/**
 * Indices of one longest strictly increasing run of values, in order. What lies outside it has moved
 * with respect to the rest. O(n log n).
 */
export function longestIncreasing(values: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    const place = firstNotBelow(values, tails, value);
    previous[index] = place === 0 ? -1 : (tails[place - 1] ?? -1);
    tails[place] = index;
  });
  const run: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.push(at);
  return run.reverse();
}

/** Index of the first tail whose value is not below `value`; the number of tails when there is none. */
function firstNotBelow(values: readonly number[], tails: readonly number[], value: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const tail = values[tails[middle] ?? -1] ?? Number.POSITIVE_INFINITY;
    if (tail < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
