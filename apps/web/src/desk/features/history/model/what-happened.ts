/** What a version did to a node, and the sign that it bears. */
export interface Happened<W extends string> {
  readonly what: W;
  readonly change: 'added' | 'changed' | 'moved' | 'removed';
}

/** What version `index` did to a node. A node that was taken out and is there again was brought back. */
export function nodeHappened(
  steps: readonly { readonly revisionId: string | null; readonly moved: boolean }[],
  index: number,
): Happened<'first' | 'changed' | 'moved' | 'removed' | 'restored'> {
  const step = steps[index];
  const before = steps[index - 1]?.revisionId ?? null;
  if (step === undefined || step.revisionId === null) return { what: 'removed', change: 'removed' };
  if (before === null) {
    return index === 0 ? { what: 'first', change: 'added' } : { what: 'restored', change: 'added' };
  }
  const same = step.moved && step.revisionId === before;
  return same ? { what: 'moved', change: 'moved' } : { what: 'changed', change: 'changed' };
}

/** What wording `index` did to a passage. */
export function passageHappened(
  wordings: readonly { readonly text: string | null }[],
  index: number,
): Happened<'first' | 'added' | 'gone' | 'reworded'> {
  if ((wordings[index]?.text ?? null) === null) return { what: 'gone', change: 'removed' };
  if (index === 0) return { what: 'first', change: 'added' };
  if ((wordings[index - 1]?.text ?? null) === null) return { what: 'added', change: 'added' };
  return { what: 'reworded', change: 'changed' };
}
