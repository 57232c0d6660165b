/**
 * What no reader of Markdown gets through in bearable time: it looks back over everything that is open
 * for every sign that may close it, so that twice the signs in one place take four times the work.
 * Nobody writes so much in one place on purpose; what is above these bounds stands as it was written.
 */
const MOST = {
  /** Quotes and lists in each other on one line. */
  nesting: 100,
  /** Lines that underline a heading. */
  headings: 2_000,
  /** Definitions of links and footnotes. */
  definitions: 10_000,
  /** Characters of one paragraph, heading or cell. */
  paragraph: 100_000,
  /** Its characters times its signs. */
  weight: 20_000_000,
} as const;

/** Why a text, or a part of it, is not read as Markdown. */
export type TangleReason = 'nesting' | 'headings' | 'definitions' | 'paragraph';

/** Something that stands as it was written because reading it would take too long. */
export interface Tangle {
  readonly reason: TangleReason;
  /** The first line of it, from 1. */
  readonly line: number;
}

const OPENING = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:))+/;
const RULE = /^[ \t>]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const DEFINITION = /^[ \t>]*\[[^\]]{1,999}\]:/;
const EMPTY = /^[ \t>]*$/;
const SIGN = /[*_~`[\]<]/g;

/** Whether a paragraph, or lines that may be one, are more than can be read. */
export function isTangled(text: string): boolean {
  return text.length > MOST.paragraph || text.length * signsIn(text) > MOST.weight;
}

/** What keeps a text as a whole from being read; null when nothing does. */
export function tangleOf(lines: readonly string[]): Tangle | null {
  let [headings, definitions] = [0, 0];
  for (const [index, text] of lines.entries()) {
    if (UNDERLINE.test(text) && !EMPTY.test(lines[index - 1] ?? '')) headings++;
    if (DEFINITION.test(text)) definitions++;
    const line = index + 1;
    if (depthOf(text) > MOST.nesting) return { reason: 'nesting', line };
    if (headings > MOST.headings) return { reason: 'headings', line };
    if (definitions > MOST.definitions) return { reason: 'definitions', line };
  }
  return null;
}

/** Whether somewhere in a text so much stands without an empty line that one paragraph may be tangled. */
export function mayHoldTangles(lines: readonly string[]): boolean {
  let [length, signs] = [0, 0];
  return lines.some((line) => {
    const isEmpty = EMPTY.test(line);
    length = isEmpty ? 0 : length + line.length + 1;
    signs = isEmpty ? 0 : signs + signsIn(line);
    return length > MOST.paragraph || length * signs > MOST.weight;
  });
}

/** A text of the same length and shape in which nothing has a meaning. */
export function withoutMeaning(text: string): string {
  return text.replace(/[^\s>|]/g, ',');
}

function signsIn(text: string): number {
  return text.match(SIGN)?.length ?? 0;
}

/** How many quotes and lists may be open at most where a line begins: two columns open one. */
function depthOf(line: string): number {
  const opening = RULE.test(line) ? '' : (OPENING.exec(line)?.[0] ?? '');
  if (opening.length <= MOST.nesting) return 0;
  const blanks = opening.match(/[ \t]/g)?.length ?? 0;
  const marks = opening.match(/>|[-+*]|\d+[.)]|\[\^/g)?.length ?? 0;
  return marks + blanks / 2;
}
