/** What commits did to a node, as far as the line of editions asks. */
export interface NodeCommit {
  readonly seq: number;
  readonly revisionId: string | null;
  readonly moved: boolean;
  readonly reason: string | null;
  readonly reasonEn: string | null;
}

/** What one edition did to a node; commits between two editions are read together. */
export interface EditionStep<E> {
  readonly edition: E;
  readonly what: 'first' | 'changed' | 'moved' | 'removed' | 'restored';
  /** The revision that the edition holds; null where it took the node out. */
  readonly revisionId: string | null;
  /** The revision of the edition before. */
  readonly before: string | null;
  readonly reason: string;
  readonly reasonEn: string | null;
}

/**
 * The editions that did something to a node, oldest first. `commits` and `editions` in the order of the line. What
 * no edition holds is left out: a draft, a request that waits, a text that came and went between two editions.
 */
export function editionSteps<E extends { readonly seq: number }>(
  commits: readonly NodeCommit[],
  editions: readonly E[],
): readonly EditionStep<E>[] {
  const steps: EditionStep<E>[] = [];
  let seen = 0;
  let before: string | null = null;
  for (const edition of editions) {
    const own = commits.filter(({ seq }) => seq > seen && seq <= edition.seq);
    seen = edition.seq;
    const last = own.at(-1);
    if (last === undefined) continue;
    const { revisionId } = last;
    const moved = own.some((commit) => commit.moved);
    const what = whatOf({ before, revisionId, moved, first: steps.length === 0 });
    if (what !== null) steps.push({ edition, what, revisionId, before, ...reasonOf(own) });
    before = revisionId;
  }
  return steps;
}

function whatOf(step: {
  readonly before: string | null;
  readonly revisionId: string | null;
  readonly moved: boolean;
  readonly first: boolean;
}): EditionStep<never>['what'] | null {
  const { before, revisionId } = step;
  if (before === null) return revisionId === null ? null : step.first ? 'first' : 'restored';
  if (revisionId === null) return 'removed';
  if (revisionId !== before) return 'changed';
  return step.moved ? 'moved' : null;
}

/** The reason that was given last, as the comparison table of an edition has it. */
function reasonOf(commits: readonly NodeCommit[]) {
  const said = commits.findLast(({ reason }) => (reason ?? '') !== '');
  return { reason: said?.reason ?? '', reasonEn: said?.reasonEn ?? null };
}
