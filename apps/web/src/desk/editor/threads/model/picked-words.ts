/** A run of shown text: what happened to it, and which of its letters are selected. */
export interface TextRun {
  readonly text: string;
  readonly op: 'same' | 'insert' | 'delete';
  /** Letters from and to (in UTF-16 units), or null when none of it is selected. */
  readonly selected: readonly [number, number] | null;
}

export type Side = 'after' | 'before';

/** Words that somebody picked in a line, as the server looks for them. */
export interface PickedWords {
  readonly side: Side;
  readonly quote: string;
  /** Where the quote begins in the words of the line. */
  readonly offset: number;
}

const LINES: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
/** What the reader shows without a tag for its only paragraph. */
const TIGHT: ReadonlySet<string> = new Set(['TD', 'TH', 'LI']);

/**
 * Whether the words in the element of a block are one line, so that some of them can be spoken about. A cell or an
 * item is one as long as no other block stands in it.
 */
export function isLine(tagName: string, holdsBlocks: boolean): boolean {
  return LINES.has(tagName) || (TIGHT.has(tagName) && !holdsBlocks);
}

/** Longer ones are about the whole block. */
const LONGEST_QUOTE = 2000;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * The words that a selection in a line means. A comparison shows two texts laid over each other: what is picked
 * belongs to the new one, unless nothing but deleted words is picked. Halves of words become whole words, white
 * space counts as in the stored passage.
 */
export function pickedWords(runs: readonly TextRun[]): PickedWords | null {
  const picked = runs.filter(({ text, selected }) => selected !== null && isSaid(text, selected));
  if (picked.length === 0) return null;
  const side: Side = picked.every(({ op }) => op === 'delete') ? 'before' : 'after';
  const hidden = side === 'after' ? 'delete' : 'insert';
  return wordsOf(
    runs.filter(({ op }) => op !== hidden),
    side,
  );
}

function isSaid(text: string, [from, to]: readonly [number, number]): boolean {
  return text.slice(from, to).trim() !== '';
}

function wordsOf(runs: readonly TextRun[], side: Side): PickedWords | null {
  let line = '';
  let first: number | null = null;
  let last = 0;
  for (const { text, selected } of runs) {
    if (selected !== null && isSaid(text, selected)) {
      first ??= line.length + selected[0];
      last = line.length + selected[1];
    }
    line += text;
  }
  if (first === null) return null;
  const [from, to] = wholeWords(line, first, last);
  const quote = oneSpace(line.slice(from, to)).trim();
  if (quote.length > LONGEST_QUOTE) return { side, quote: '', offset: 0 };
  return { side, quote, offset: oneSpace(line.slice(0, from)).trimStart().length };
}

function wholeWords(line: string, first: number, last: number): readonly [number, number] {
  const said = line.slice(first, last);
  let from = first + (said.length - said.trimStart().length);
  let to = last - (said.length - said.trimEnd().length);
  while (isInWord(line, from)) from -= 1;
  while (isInWord(line, to)) to += 1;
  return [from, to];
}

/** Whether a place between two letters has a word on both sides. */
function isInWord(line: string, at: number): boolean {
  return WORD.test(line.charAt(at - 1)) && WORD.test(line.charAt(at));
}

function oneSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}
