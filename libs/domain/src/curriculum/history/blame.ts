import { differingHunks } from '../diff/myers.js';
import { isWord, tokensOf } from '../diff/tokens.js';

/** What a passage said from one revision on; null where the revision does not have it. */
export interface Wording<S> {
  /** What brought this wording: an edition, a request. */
  readonly source: S;
  readonly text: string | null;
}

/** A stretch of a passage as it stands, with what brought its words. */
export interface BlamedRun<S> {
  readonly source: S;
  readonly text: string;
}

interface Owned<S> {
  readonly token: string;
  readonly source: S;
}

/**
 * Who brought which words of a passage as the last wording has it. `wordings` oldest first. Words
 * that stay keep what brought them; a passage that was gone and came back is new throughout. Spaces and signs go
 * with the words around them where both came later than they did, so that a sentence is one stretch.
 */
export function blame<S>(wordings: readonly Wording<S>[]): readonly BlamedRun<S>[] {
  const owned = wordings.reduce<readonly Owned<S>[]>(
    (before, { source, text }) => (text === null ? [] : inherit(before, source, text)),
    [],
  );
  return runsOf(withWordsAround(owned, wordings));
}

function withWordsAround<S>(
  owned: readonly Owned<S>[],
  wordings: readonly Wording<S>[],
): readonly Owned<S>[] {
  const order = new Map(wordings.map(({ source }, index) => [source, index]));
  const age = (source: S | undefined) => (source === undefined ? -1 : (order.get(source) ?? -1));
  const words = owned.flatMap(({ token }, index) => (isWord(token) ? [index] : []));
  let next = 0;
  return owned.map((own, index) => {
    while ((words[next] ?? Infinity) < index) next += 1;
    if (words[next] === index) return own;
    const [left, right] = [owned[words[next - 1] ?? -1], owned[words[next] ?? -1]];
    const between = left !== undefined && left.source === right?.source;
    return between && age(left.source) > age(own.source) ? { ...own, source: left.source } : own;
  });
}

function inherit<S>(before: readonly Owned<S>[], source: S, text: string): readonly Owned<S>[] {
  const tokens = tokensOf(text.normalize('NFC'));
  const numbers = new Map<string, number>();
  const number = (token: string): number => {
    const known = numbers.get(token) ?? numbers.size;
    numbers.set(token, known);
    return known;
  };
  const hunks = differingHunks(
    before.map(({ token }) => number(token)),
    tokens.map(number),
  );
  const owned: Owned<S>[] = [];
  let at = 0;
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    owned.push(...before.slice(at, aFrom));
    owned.push(...tokens.slice(bFrom, bTo).map((token) => ({ token, source })));
    at = aTo;
  }
  return [...owned, ...before.slice(at)];
}

function runsOf<S>(owned: readonly Owned<S>[]): readonly BlamedRun<S>[] {
  const runs: BlamedRun<S>[] = [];
  for (const { token, source } of owned) {
    const last = runs.at(-1);
    if (last?.source === source) runs[runs.length - 1] = { source, text: last.text + token };
    else runs.push({ source, text: token });
  }
  return runs;
}
