/** A stretch that differs: `[aFrom, aTo)` of the one side became `[bFrom, bTo)` of the other. */
export interface Hunk {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** Largest edit distance that is searched; above it the whole stretch counts as replaced. */
export const MAX_EDIT_DISTANCE = 1500;

/**
 * The stretches in which two lists of numbers differ, by the shortest edit script (E. W. Myers, "An
 * O(ND) Difference Algorithm and Its Variations", 1986). Equal beginnings and ends are cut first.
 * Time and memory grow with the square of the edit distance, which `maxDistance` bounds.
 */
export function differingHunks(
  a: readonly number[],
  b: readonly number[],
  maxDistance = MAX_EDIT_DISTANCE,
): readonly Hunk[] {
  const prefix = commonPrefix(a, b);
  const suffix = commonSuffix(a, b, prefix);
  const inner = {
    a: a.slice(prefix, a.length - suffix),
    b: b.slice(prefix, b.length - suffix),
  };
  if (inner.a.length === 0 && inner.b.length === 0) return [];
  const whole = { aFrom: 0, aTo: inner.a.length, bFrom: 0, bTo: inner.b.length };
  const simple = inner.a.length === 0 || inner.b.length === 0;
  const hunks = simple ? [whole] : (search(inner.a, inner.b, maxDistance) ?? [whole]);
  return hunks.map((hunk) => ({
    aFrom: hunk.aFrom + prefix,
    aTo: hunk.aTo + prefix,
    bFrom: hunk.bFrom + prefix,
    bTo: hunk.bTo + prefix,
  }));
}

function commonPrefix(a: readonly number[], b: readonly number[]): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

function commonSuffix(a: readonly number[], b: readonly number[], prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/**
 * Walks the edit graph by growing distance. `reach[k + offset]` is how far diagonal k (x - y) has
 * come; its state before each distance is kept for the way back.
 */
function search(
  a: readonly number[],
  b: readonly number[],
  maxDistance: number,
): readonly Hunk[] | null {
  const most = Math.min(a.length + b.length, maxDistance);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = start(reach, offset, k, d);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[offset + k] = x;
      if (x >= a.length && x - k >= b.length) return wayBack(trace, a.length, b.length, d);
    }
  }
  return null;
}

/** Where diagonal `k` begins at distance `d`: below its upper or right of its lower neighbour. */
function start(reach: Int32Array, offset: number, k: number, d: number): number {
  const fromAbove = reach[offset + k + 1] ?? 0;
  const fromLeft = (reach[offset + k - 1] ?? 0) + 1;
  if (k === -d) return fromAbove;
  if (k === d) return fromLeft;
  return fromLeft > fromAbove ? fromLeft : fromAbove;
}

/** Follows the trace from the end to the beginning and joins neighbouring edits into hunks. */
function wayBack(
  trace: readonly Int32Array[],
  aLength: number,
  bLength: number,
  distance: number,
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let x = aLength;
  let y = bLength;
  for (let d = distance; d > 0; d--) {
    const reach = trace[d] ?? new Int32Array();
    const k = x - y;
    const offset = d + 1;
    const fromAbove = reach[offset + k + 1] ?? 0;
    const fromLeft = (reach[offset + k - 1] ?? 0) + 1;
    const inserted = k === -d || (k !== d && fromLeft <= fromAbove);
    const fromX = inserted ? fromAbove : fromLeft - 1;
    const fromY = inserted ? fromX - (k + 1) : fromX - (k - 1);
    const step = inserted
      ? { aFrom: fromX, aTo: fromX, bFrom: fromY, bTo: fromY + 1 }
      : { aFrom: fromX, aTo: fromX + 1, bFrom: fromY, bTo: fromY };
    prepend(hunks, step);
    x = fromX;
    y = fromY;
  }
  return hunks.reverse();
}

/** `hunks` run from the end backwards; a step that touches the last one extends it. */
function prepend(hunks: Hunk[], step: Hunk): void {
  const next = hunks.at(-1);
  if (next && next.aFrom === step.aTo && next.bFrom === step.bTo) {
    hunks[hunks.length - 1] = { ...next, aFrom: step.aFrom, bFrom: step.bFrom };
  } else {
    hunks.push(step);
  }
}
