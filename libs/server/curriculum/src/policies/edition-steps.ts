import { compareEditionNumbers } from '@cam-nang/domain';
import type { EditionRow } from '../persistence/edition-store.js';
import type { LineRow } from '../persistence/line-store.js';
import type { NodeStep } from '../persistence/line-history-store.js';

/** What of an edition the line of editions asks. */
export type OnLine = Pick<
  EditionRow,
  'id' | 'lineId' | 'seq' | 'commitId' | 'major' | 'minor' | 'issuedAt'
>;

/** What commits did to a node, as far as the line of editions asks. */
export type NodeCommit = Pick<
  NodeStep,
  'lineId' | 'seq' | 'revisionId' | 'moved' | 'reason' | 'reasonEn'
>;

/** What one edition did to a node; commits between two editions are read together. */
export interface EditionStep<E> {
  readonly edition: E;
  readonly what: 'first' | 'changed' | 'moved' | 'removed' | 'restored';
  /** The revision that the edition holds; null where it took the node out. */
  readonly revisionId: string | null;
  /** The revision of the edition that it goes on from. */
  readonly before: string | null;
  readonly reason: string;
  readonly reasonEn: string | null;
}

/** Editions in the order in which they were issued, and what each goes on from. */
export class EditionLines<E extends OnLine> {
  readonly editions: readonly E[];
  readonly #forks: ReadonlyMap<string, string | null>;

  constructor(
    editions: readonly E[],
    lines: readonly Pick<LineRow, 'id' | 'forkedFromCommitId'>[],
  ) {
    this.editions = [...editions].sort(
      (a, b) =>
        (a.issuedAt?.getTime() ?? 0) - (b.issuedAt?.getTime() ?? 0) || compareEditionNumbers(a, b),
    );
    this.#forks = new Map(lines.map((line) => [line.id, line.forkedFromCommitId]));
  }

  /** The edition before it on its line, or the one that its line was forked from; null for the first. */
  before(edition: E): E | null {
    const there = this.editions.filter(
      ({ lineId, seq }) => lineId === edition.lineId && seq < edition.seq,
    );
    const last = there.sort((a, b) => a.seq - b.seq).at(-1);
    if (last !== undefined) return last;
    const fork = this.#forks.get(edition.lineId) ?? null;
    if (fork === null) return null;
    return this.editions.find(({ commitId }) => commitId === fork) ?? null;
  }

  /** The edition with all that it goes on from, the oldest first. */
  upTo(edition: E): readonly E[] {
    const way: E[] = [];
    for (let one: E | null = edition; one !== null; one = this.before(one)) way.unshift(one);
    return way;
  }
}

/**
 * The editions that did something to a node, in the order in which they were issued. What no edition holds is left
 * out: a draft, a request that waits, a text that came and went between two editions.
 */
export function editionSteps<E extends OnLine>(
  commits: readonly NodeCommit[],
  lines: EditionLines<E>,
): readonly EditionStep<E>[] {
  const steps: EditionStep<E>[] = [];
  for (const edition of lines.editions) {
    const own = ownCommits(commits, lines, edition);
    const last = own.at(-1);
    if (last === undefined) continue;
    const { revisionId } = last;
    const before = heldBefore(commits, lines, edition);
    const moved = own.some((commit) => commit.moved);
    const what = whatOf({ before, revisionId, moved, first: steps.length === 0 });
    if (what !== null) steps.push({ edition, what, revisionId, before, ...reasonOf(own) });
  }
  return steps;
}

/** What was done to the node after the edition before and up to this one, in the order of the line. */
function ownCommits<E extends OnLine>(
  commits: readonly NodeCommit[],
  lines: EditionLines<E>,
  edition: E,
): readonly NodeCommit[] {
  const before = lines.before(edition);
  const since = before?.lineId === edition.lineId ? before.seq : 0;
  return commits
    .filter(({ lineId, seq }) => lineId === edition.lineId && seq > since && seq <= edition.seq)
    .sort((a, b) => a.seq - b.seq);
}

/** The revision of the edition that this one goes on from. */
function heldBefore<E extends OnLine>(
  commits: readonly NodeCommit[],
  lines: EditionLines<E>,
  edition: E,
): string | null {
  for (let one = lines.before(edition); one !== null; one = lines.before(one)) {
    const last = ownCommits(commits, lines, one).at(-1);
    if (last !== undefined) return last.revisionId;
  }
  return null;
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
