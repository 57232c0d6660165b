/** What a version did to a node, and the sign that it bears. */
export interface Happened<W extends string> {
  readonly what: W;
  readonly change: 'added' | 'changed' | 'moved' | 'removed';
}

/** The step that step `index` goes on from. */
export function stepBefore<S extends { readonly before: number | null }>(
  steps: readonly S[],
  index: number,
): S | undefined {
  const before = steps[index]?.before ?? null;
  return before === null ? undefined : steps[before];
}

/** What version `index` did to a node. A node that was taken out and is there again was brought back. */
export function nodeHappened(
  steps: readonly {
    readonly before: number | null;
    readonly revisionId: string | null;
    readonly moved: boolean;
  }[],
  index: number,
): Happened<'first' | 'changed' | 'moved' | 'removed' | 'restored'> {
  const step = steps[index];
  const before = stepBefore(steps, index)?.revisionId ?? null;
  if (step === undefined || step.revisionId === null) return { what: 'removed', change: 'removed' };
  if (before === null) return { what: index === 0 ? 'first' : 'restored', change: 'added' };
  const same = step.moved && step.revisionId === before;
  return same ? { what: 'moved', change: 'moved' } : { what: 'changed', change: 'changed' };
}

/** What wording `index` did to a passage. */
export function passageHappened(
  wordings: readonly { readonly before: number | null; readonly text: string | null }[],
  index: number,
): Happened<'first' | 'added' | 'gone' | 'reworded'> {
  const text = wordings[index]?.text ?? null;
  if (text === null) return { what: 'gone', change: 'removed' };
  if (index === 0) return { what: 'first', change: 'added' };
  const before = stepBefore(wordings, index)?.text ?? null;
  return before === null
    ? { what: 'added', change: 'added' }
    : { what: 'reworded', change: 'changed' };
}

/** The edition of the highest number among those that changed something: an erratum to an older one may come later. */
export function newestEdition<E extends { readonly label: string }>(
  steps: readonly { readonly edition: E | null }[],
): E | null {
  const editions = steps.flatMap(({ edition }) => edition ?? []);
  const byNumber = (a: E, b: E) => a.label.localeCompare(b.label, 'en', { numeric: true });
  return editions.sort(byNumber).at(-1) ?? null;
}
