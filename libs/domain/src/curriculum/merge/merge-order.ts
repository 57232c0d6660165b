import { reordered, type MergeSide, type ThreeSides } from './merge-side.js';

/** Siblings of one parent after the merge. */
export interface MergedOrder {
  readonly order: readonly string[];
  /** Moved or put to different places of the same list. */
  readonly contested: readonly string[];
  /** Both sides put something into one gap; ordered by id, which is worth a note and no conflict. */
  readonly sharedGaps: readonly string[];
}

interface Lists {
  readonly present: ReadonlySet<string>;
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly movedOurs: ReadonlySet<string>;
  readonly movedTheirs: ReadonlySet<string>;
}

/**
 * What neither side moved is the spine, in the order of the base. What both sides put into the same place
 * joins it. Everything else that one side moved or brought hangs on its left neighbour in that side,
 * wherever that one went.
 */
export function mergeOrder<C>(
  sides: ThreeSides<C>,
  parentId: string | null,
  present: ReadonlySet<string>,
): MergedOrder {
  const listOf = (side: MergeSide<C>) =>
    (side.children.get(parentId) ?? []).filter((id) => present.has(id));
  const lists: Lists = {
    present,
    base: listOf(sides.base),
    ours: listOf(sides.ours),
    theirs: listOf(sides.theirs),
    movedOurs: reordered(sides.base, sides.ours, parentId),
    movedTheirs: reordered(sides.base, sides.theirs, parentId),
  };
  const { spine, contested } = spineOf(lists);
  const { order, sharedGaps } = hangRuns(lists, spine);
  return { order, contested, sharedGaps };
}

/** The spine with what both sides brought to it. */
function spineOf(lists: Lists): {
  readonly spine: readonly string[];
  readonly contested: string[];
} {
  const { base, ours, theirs, movedOurs, movedTheirs } = lists;
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const inBase = new Set(base);
  const onBoth = (id: string) => inOurs.has(id) && inTheirs.has(id);
  const movedByBoth = (id: string) => movedOurs.has(id) && movedTheirs.has(id);
  const stays = new Set(
    base.filter((id) => !onBoth(id) || (!movedOurs.has(id) && !movedTheirs.has(id))),
  );
  const shared = ours.filter((id) => onBoth(id) && (!inBase.has(id) || movedByBoth(id)));
  const anchors = {
    ours: anchorsOf(ours, new Set(shared), stays),
    theirs: anchorsOf(theirs, new Set(shared), stays),
  };
  const contested = shared.filter((id) => !agrees(id, shared, theirs, anchors));
  const disputed = new Set(contested);
  const main = base.filter((id) => stays.has(id) || disputed.has(id));
  const joining = shared.filter((id) => !disputed.has(id) || !inBase.has(id));
  return { spine: joined(main, joining, { disputed, anchors }), contested };
}

interface Anchors {
  readonly ours: ReadonlyMap<string, string | null>;
  readonly theirs: ReadonlyMap<string, string | null>;
}

/** For each of the wanted, the nearest one before it that may carry others. */
function anchorsOf(
  list: readonly string[],
  wanted: ReadonlySet<string>,
  carriers: ReadonlySet<string>,
): ReadonlyMap<string, string | null> {
  const anchors = new Map<string, string | null>();
  let last: string | null = null;
  for (const id of list) {
    if (wanted.has(id)) anchors.set(id, last);
    if (carriers.has(id)) last = id;
  }
  return anchors;
}

/** Whether both sides put a node into the same gap, in the same order among others there. */
function agrees(
  id: string,
  shared: readonly string[],
  theirs: readonly string[],
  anchors: Anchors,
): boolean {
  const gap = anchors.ours.get(id);
  if (gap !== anchors.theirs.get(id)) return false;
  const place = shared.indexOf(id);
  const theirPlace = theirs.indexOf(id);
  return shared.every((other, index) => {
    const together = anchors.ours.get(other) === gap && anchors.theirs.get(other) === gap;
    return !together || index < place === theirs.indexOf(other) < theirPlace || other === id;
  });
}

/** Disputed ones without a place in the base stand in the earlier of the two gaps, by id. */
function joined(
  main: readonly string[],
  joining: readonly string[],
  { disputed, anchors }: { disputed: ReadonlySet<string>; anchors: Anchors },
): readonly string[] {
  const gaps = new Map<string | null, string[]>();
  const put = (gap: string | null, id: string) => gaps.set(gap, [...(gaps.get(gap) ?? []), id]);
  const placeOf = (gap: string | null | undefined) => (gap ? main.indexOf(gap) : -1);
  for (const id of joining) if (!disputed.has(id)) put(anchors.ours.get(id) ?? null, id);
  for (const id of joining.filter((one) => disputed.has(one)).sort()) {
    const [mine, yours] = [anchors.ours.get(id) ?? null, anchors.theirs.get(id) ?? null];
    put(placeOf(mine) <= placeOf(yours) ? mine : yours, id);
  }
  return [null, ...main].flatMap((id) => [...(id === null ? [] : [id]), ...(gaps.get(id) ?? [])]);
}

/** Runs of one side by what they hang on; null hangs before everything. */
type Runs = ReadonlyMap<string | null, readonly string[]>;

function hangRuns(lists: Lists, spine: readonly string[]) {
  const fixed = new Set(spine);
  const [ofOurs, ofTheirs] = [runsOf(lists, 'ours', fixed), runsOf(lists, 'theirs', fixed)];
  const sharedGaps: string[] = [];
  const done = new Set<string>();
  const order: string[] = [];
  const emit = (id: string | null): void => {
    if (id !== null && done.has(id)) return;
    if (id !== null) {
      done.add(id);
      order.push(id);
    }
    for (const next of gapOf(ofOurs.get(id) ?? [], ofTheirs.get(id) ?? [], sharedGaps)) emit(next);
  };
  emit(null);
  for (const id of spine) emit(id);
  const stranded = [...lists.present].filter((id) => !done.has(id)).sort();
  return { order: withStranded(lists, order, { stranded, fixed }), sharedGaps };
}

/** Runs of both sides in one gap: the one with the smallest id first. */
function gapOf(
  ours: readonly string[],
  theirs: readonly string[],
  sharedGaps: string[],
): readonly string[] {
  if (ours.length === 0 || theirs.length === 0) return [...ours, ...theirs];
  const least = (run: readonly string[]) => [...run].sort()[0] ?? '';
  const oursFirst = least(ours) < least(theirs);
  sharedGaps.push(oursFirst ? least(ours) : least(theirs));
  return oursFirst ? [...ours, ...theirs] : [...theirs, ...ours];
}

function runsOf(lists: Lists, which: 'ours' | 'theirs', fixed: ReadonlySet<string>): Runs {
  const list = lists[which];
  const moved = which === 'ours' ? lists.movedOurs : lists.movedTheirs;
  const inBase = new Set(lists.base);
  const runs = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const id of list) {
    const hangs = !fixed.has(id) && (moved.has(id) || !inBase.has(id));
    if (hangs) runs.set(last, [...(runs.get(last) ?? []), id]);
    else last = id;
  }
  return runs;
}

/** Two that hang on each other, in a circle: each goes to its nearest neighbour that nobody moved. */
function withStranded(
  lists: Lists,
  order: readonly string[],
  { stranded, fixed }: { stranded: readonly string[]; fixed: ReadonlySet<string> },
): readonly string[] {
  const result = [...order];
  for (const id of stranded) {
    const list = lists.movedOurs.has(id) || !lists.theirs.includes(id) ? lists.ours : lists.theirs;
    const before = list.slice(0, Math.max(0, list.indexOf(id))).filter((other) => fixed.has(other));
    const anchor = before.at(-1);
    result.splice(anchor === undefined ? 0 : result.indexOf(anchor) + 1, 0, id);
  }
  return result;
}
