/** Rows written with one statement: enough to make round trips cheap, few enough to keep parameters small. */
export const BATCH_ROWS = 200;

/** The rows in runs of at most `size`, in order. */
export function* batches<T>(rows: readonly T[], size = BATCH_ROWS): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** One column of many rows, as `unnest` takes it. */
export function column<T, V>(rows: readonly T[], value: (row: T) => V): V[] {
  return rows.map(value);
}
