import type { readConflicts, ResponseOf } from '@cam-nang/contracts';

export type Conflicts = ResponseOf<typeof readConflicts>;
export type Conflict = Conflicts['conflicts'][number];

/** What a conflict is about, in one word of the catalogue. */
export function titleKey(
  conflict: Conflict | undefined,
): 'title.block' | 'title.field' | 'title.question' | 'title.structure' | 'title.none' {
  return conflict === undefined ? 'title.none' : `title.${conflict.subject.kind}`;
}

/** The place that is shown: the one asked for, else the first that nobody has decided. */
export function placeShown(
  conflicts: readonly Conflict[],
  asked: string | undefined,
): Conflict | undefined {
  const found = conflicts.find(({ id }) => id === asked);
  return found ?? conflicts.find(({ decision }) => decision === null) ?? conflicts[0];
}

/** The next place without a decision after one, going round. */
export function nextOpen(conflicts: readonly Conflict[], id: string): Conflict | undefined {
  const at = conflicts.findIndex((conflict) => conflict.id === id);
  const round = [...conflicts.slice(at + 1), ...conflicts.slice(0, Math.max(0, at))];
  return round.find(({ decision }) => decision === null);
}
