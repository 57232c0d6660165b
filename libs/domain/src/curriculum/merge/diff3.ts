import { differingHunks, type Hunk } from '../diff/myers.js';

/** A stretch of three texts: where it stands in each. `stable` is the same in all three. */
export interface Stretch {
  readonly kind: 'stable' | 'ours' | 'theirs' | 'same' | 'conflict';
  readonly base: readonly [number, number];
  readonly ours: readonly [number, number];
  readonly theirs: readonly [number, number];
}

interface Change extends Hunk {
  readonly side: 'ours' | 'theirs';
}

/**
 * Lays two changed lists over the one they come from. Changes that overlap or touch belong together:
 * nothing stable is between them that would say which goes first.
 */
export function diff3(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly Stretch[] {
  const number = numbering();
  const [o, a, b] = [base.map(number), ours.map(number), theirs.map(number)];
  const changes: Change[] = [
    ...differingHunks(o, a).map((hunk) => ({ ...hunk, side: 'ours' as const })),
    ...differingHunks(o, b).map((hunk) => ({ ...hunk, side: 'theirs' as const })),
  ].sort((x, y) => x.aFrom - y.aFrom || x.aTo - y.aTo);
  const stretches: Stretch[] = [];
  const at = { base: 0, ours: 0, theirs: 0 };
  for (const group of together(changes)) {
    const from = Math.min(...group.map((change) => change.aFrom));
    const to = Math.max(...group.map((change) => change.aTo));
    advance(stretches, at, from - at.base);
    const [endOurs, endTheirs] = (['ours', 'theirs'] as const).map(
      (side) => at[side] + (to - from) + growth(group.filter((change) => change.side === side)),
    );
    const stretch = {
      base: [from, to] as const,
      ours: [at.ours, endOurs ?? at.ours] as const,
      theirs: [at.theirs, endTheirs ?? at.theirs] as const,
    };
    stretches.push({
      kind: kindOf(group, a.slice(...stretch.ours), b.slice(...stretch.theirs)),
      ...stretch,
    });
    [at.base, at.ours, at.theirs] = [to, stretch.ours[1], stretch.theirs[1]];
  }
  advance(stretches, at, o.length - at.base);
  return stretches;
}

function numbering(): (token: string) => number {
  const numbers = new Map<string, number>();
  return (token) => {
    const known = numbers.get(token) ?? numbers.size;
    numbers.set(token, known);
    return known;
  };
}

/** Changes in groups that overlap or touch. One side's own changes never touch each other. */
function together(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  let end = -1;
  for (const change of changes) {
    const last = groups.at(-1);
    if (last !== undefined && change.aFrom <= end) last.push(change);
    else groups.push([change]);
    end = Math.max(end, change.aTo);
  }
  return groups;
}

function growth(changes: readonly Change[]): number {
  return changes.reduce(
    (sum, { aFrom, aTo, bFrom, bTo }) => sum + (bTo - bFrom) - (aTo - aFrom),
    0,
  );
}

function kindOf(
  group: readonly Change[],
  ours: readonly number[],
  theirs: readonly number[],
): Stretch['kind'] {
  const [first] = group;
  if (first !== undefined && group.every(({ side }) => side === first.side)) return first.side;
  const same = ours.length === theirs.length && ours.every((token, at) => token === theirs[at]);
  return same ? 'same' : 'conflict';
}

function advance(
  stretches: Stretch[],
  at: { base: number; ours: number; theirs: number },
  by: number,
): void {
  if (by > 0) {
    stretches.push({
      kind: 'stable',
      base: [at.base, at.base + by],
      ours: [at.ours, at.ours + by],
      theirs: [at.theirs, at.theirs + by],
    });
  }
  at.base += by;
  at.ours += by;
  at.theirs += by;
}
