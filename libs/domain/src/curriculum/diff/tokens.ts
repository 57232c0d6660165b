import { differingHunks, type Hunk } from './myers.js';

/** How many words came and went. */
export interface WordCounts {
  readonly inserted: number;
  readonly deleted: number;
}

/** The stretches in which two lists of tokens differ, readable, and the words that truly changed. */
export interface TokenDiff {
  readonly hunks: readonly Hunk[];
  readonly words: WordCounts;
}

export const NO_WORDS: WordCounts = { inserted: 0, deleted: 0 };

const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
const WORD = /^[\p{L}\p{M}\p{N}]/u;
const SPACE = /^\s/u;
/** A word of so few letters, or a sign, between two changes is read together with them. */
const SHORT_WORD = 3;

/** A text as words (in Vietnamese: syllables), runs of white space and single other characters. */
export function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/** Whether a token is a word or a number. */
export function isWord(token: string): boolean {
  return WORD.test(token);
}

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).filter(isWord);
}

/**
 * Compares two lists of tokens. Changes separated only by white space, one short word or one sign
 * are joined when there is something to delete and something to insert; the count is taken before that.
 */
export function diffTokens(a: readonly string[], b: readonly string[]): TokenDiff {
  const numbers = new Map<string, number>();
  const number = (token: string): number => {
    const known = numbers.get(token) ?? numbers.size;
    numbers.set(token, known);
    return known;
  };
  const hunks = differingHunks(a.map(number), b.map(number));
  return { hunks: joinHunks(hunks, a), words: countWords(hunks, a, b) };
}

/** The sum of counts. */
export function addWords(counts: readonly WordCounts[]): WordCounts {
  return counts.reduce(
    (sum, { inserted, deleted }) => ({
      inserted: sum.inserted + inserted,
      deleted: sum.deleted + deleted,
    }),
    NO_WORDS,
  );
}

function countWords(
  hunks: readonly Hunk[],
  a: readonly string[],
  b: readonly string[],
): WordCounts {
  return addWords(
    hunks.map((hunk) => ({
      deleted: a.slice(hunk.aFrom, hunk.aTo).filter(isWord).length,
      inserted: b.slice(hunk.bFrom, hunk.bTo).filter(isWord).length,
    })),
  );
}

function joinHunks(hunks: readonly Hunk[], a: readonly string[]): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last && readTogether(last, hunk, a.slice(last.aTo, hunk.aFrom))) {
      joined[joined.length - 1] = { ...last, aTo: hunk.aTo, bTo: hunk.bTo };
    } else {
      joined.push(hunk);
    }
  }
  return joined;
}

function readTogether(left: Hunk, right: Hunk, between: readonly string[]): boolean {
  const deletes = left.aTo > left.aFrom || right.aTo > right.aFrom;
  const inserts = left.bTo > left.bFrom || right.bTo > right.bFrom;
  if (!deletes || !inserts) return false;
  const solid = between.filter((token) => !SPACE.test(token));
  const [only] = solid;
  if (only === undefined) return true;
  return solid.length === 1 && only.length <= SHORT_WORD;
}
