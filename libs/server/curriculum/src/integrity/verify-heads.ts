import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CommitStore } from '../persistence/commit-store.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import { IntegrityStore } from '../persistence/integrity-store.js';
import { finding, type Finding } from './finding.js';
import { HeadsFile, type HeadLine, type PublishedHead } from './heads-file.js';
import { EDITION_EVENTS, lineChain } from './published-heads.js';

/** Hashes of every link of every chain, by its number. */
type Chains = ReadonlyMap<string, ReadonlyMap<number, string>>;

/**
 * Holds the database against the heads that were published outside it: a tail that was cut off, and a
 * history that was written anew, hashes and all, are found here.
 */
@Injectable()
export class VerifyHeads {
  constructor(
    private readonly file: HeadsFile,
    private readonly store: IntegrityStore,
    private readonly commits: CommitStore,
    private readonly events: EditionEventStore,
  ) {}

  async *findings(published: readonly HeadLine[]): AsyncGenerator<Finding> {
    const chains = await this.chains();
    const anything = [...chains.values()].some((chain) => chain.size > 0);
    if (published.length === 0 && anything) {
      yield finding(
        'published heads',
        this.file.path,
        'there are none to hold the database against',
      );
    }
    for (const entry of published) {
      if ('head' in entry) yield* headFindings(entry.head, entry.line, chains);
      else yield finding('published heads', `line ${entry.line}`, PROBLEMS[entry.problem]);
    }
    if (published.length > 0) yield* this.unpublished(chains);
  }

  /** Links that somebody appended to a chain without the program: it publishes what it appends at once. */
  private async *unpublished(chains: Chains): AsyncGenerator<Finding> {
    let behind = unpublishedEnds(chains, await this.file.read());
    // What was committed just before the check may still be on its way.
    if (behind.length > 0) await pause(PUBLISHED_WITHIN_MS);
    if (behind.length > 0) behind = unpublishedEnds(chains, await this.file.read());
    for (const end of behind) yield finding('history', end, 'it was never published');
  }

  /** Hashes of every link of every chain, by its number. */
  private async chains(): Promise<Chains> {
    const chains = new Map<string, ReadonlyMap<number, string>>();
    for (const { id } of await this.store.lines()) {
      const commits = await this.commits.ofLine(id);
      chains.set(lineChain(id), new Map(commits.map(({ seq, chainHash }) => [seq, chainHash])));
    }
    const events = await this.events.all();
    return chains.set(EDITION_EVENTS, new Map(events.map(({ seq, hash }) => [seq, hash])));
  }
}

const PUBLISHED_WITHIN_MS = 1_000;

/** The last link of every chain that the published heads do not reach. */
function unpublishedEnds(chains: Chains, published: readonly HeadLine[]): string[] {
  return [...chains].flatMap(([chain, links]) => {
    const last = [...links.keys()].at(-1) ?? 0;
    const reached = published.some(
      (entry) => 'head' in entry && entry.head.chain === chain && entry.head.seq >= last,
    );
    return last === 0 || reached ? [] : [`${chain} link ${last}`];
  });
}

const PROBLEMS = {
  unreadable: 'it is no published head',
  wrong_signature: 'it is not signed by this installation',
} as const;

function* headFindings(
  head: PublishedHead,
  line: number,
  chains: ReadonlyMap<string, ReadonlyMap<number, string>>,
): Generator<Finding> {
  const which = `${head.chain} link ${head.seq} (published ${head.at}, line ${line})`;
  const stored = chains.get(head.chain)?.get(head.seq);
  if (stored === undefined) yield finding('history', which, 'it is missing from the database');
  else if (stored !== head.hash) yield finding('history', which, 'the database has another');
}
