import { diffTokens, tokensOf, type WordCounts } from './tokens.js';

/** A run of text that stayed, went or came. */
export interface TextSegment {
  readonly op: 'same' | 'delete' | 'insert';
  readonly text: string;
}

/** Two plain texts compared by words; the segments read in order, deletions before insertions. */
export interface TextDiff {
  readonly segments: readonly TextSegment[];
  readonly words: WordCounts;
}

/** Compares two plain texts by words. */
export function diffText(before: string, after: string): TextDiff {
  const a = tokensOf(before.normalize('NFC'));
  const b = tokensOf(after.normalize('NFC'));
  const { hunks, words } = diffTokens(a, b);
  const segments: TextSegment[] = [];
  const push = (op: TextSegment['op'], tokens: readonly string[]) => {
    if (tokens.length > 0) segments.push({ op, text: tokens.join('') });
  };
  let at = 0;
  for (const hunk of hunks) {
    push('same', a.slice(at, hunk.aFrom));
    push('delete', a.slice(hunk.aFrom, hunk.aTo));
    push('insert', b.slice(hunk.bFrom, hunk.bTo));
    at = hunk.aTo;
  }
  push('same', a.slice(at));
  return { segments, words };
}

/** The comparison of two texts, or null when they are the same. */
export function diffTextOrNull(before: string, after: string): TextDiff | null {
  return before.normalize('NFC') === after.normalize('NFC') ? null : diffText(before, after);
}

/** One side of a comparison, whole again. */
export function textOf(diff: TextDiff, side: 'before' | 'after'): string {
  const other = side === 'before' ? 'insert' : 'delete';
  return diff.segments.map(({ op, text }) => (op === other ? '' : text)).join('');
}
