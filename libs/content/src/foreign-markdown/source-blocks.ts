import type { RichMark, RichNode } from '@cam-nang/domain';

import { cleanText } from '../validate/clean-text.js';

/** Longer lines are parted: no run of a lesson is longer. */
const LONGEST_RUN = 10_000;
const WORD_AHEAD = 200;

const CODE: readonly RichMark[] = [{ type: 'code' }];

/**
 * A text as it was written, line by line, for what a lesson has no block for: paragraphs at empty
 * lines, a break at the end of each line.
 */
export function sourceBlocks(source: string, { isCode = false } = {}): readonly RichNode[] {
  const marks = isCode ? CODE : [];
  const parts = source.split(/\n[ \t]*\n/).filter((part) => part.trim() !== '');
  return parts.flatMap((part) => {
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    return pieces(lines).map((piece) => paragraph(piece, marks));
  });
}

/** A run of text with every character that no lesson may have replaced; nothing when it is empty. */
export function textRun(value: string, marks: readonly RichMark[] = []): readonly RichNode[] {
  const text = cleanText(value) ?? cleanText(visible(value)) ?? '';
  if (text === '') return [];
  return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
}

/** Forbidden characters as the sign for "a character that cannot be shown". */
function visible(value: string): string {
  return [...value]
    .map((character) => (cleanText(character) === null ? '\uFFFD' : character))
    .join('');
}

function paragraph(lines: readonly string[], marks: readonly RichMark[]): RichNode {
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...textRun(line, marks),
  ]);
  return { type: 'paragraph', ...(content.length > 0 && { content }) };
}

/** Lines in groups short enough for a paragraph; a line that is too long becomes several. */
function pieces(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  let length = 0;
  for (const line of lines.flatMap(shortLines)) {
    if (length + line.length > LONGEST_RUN && length > 0) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(line);
    length += line.length;
  }
  return groups.filter((group) => group.length > 0);
}

function shortLines(line: string): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_RUN) {
    const space = rest.lastIndexOf(' ', LONGEST_RUN);
    const end = space > LONGEST_RUN - WORD_AHEAD ? space : wholeCharacter(rest, LONGEST_RUN);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

/** A place that does not part the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
