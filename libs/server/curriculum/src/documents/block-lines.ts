import {
  diffText,
  type BlockDiff,
  type InlineSegment,
  type JsonValue,
  type TextSegment,
} from '@cam-nang/domain';
import type { PaperLine, PaperRun } from '@cam-nang/platform';
import { BLOCK_WORDS, fieldWord, valueWord } from './paper-words.js';

export type PaperSide = 'before' | 'after';

/** Attributes that are the heading line of a block, and words that stand under it. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  case: ['title'],
  steps: ['title'],
  form: ['title', 'code'],
  legal: ['document', 'article'],
  warning: ['title'],
  qa: ['question'],
  check: ['question'],
  contact: ['title'],
  image: ['alt', 'caption'],
};
const UNDER: Readonly<Record<string, readonly string[]>> = { check: ['answer'] };
const INDENT = '\u00a0\u00a0\u00a0\u00a0';

type Segment = InlineSegment | TextSegment;

/** Runs of one side of a compared line: what went is struck out, what came is bold and underlined. */
export function sideRuns(segments: readonly Segment[], side: PaperSide): PaperLine {
  const other = side === 'before' ? 'insert' : 'delete';
  return segments.flatMap((segment): PaperRun[] => {
    if (segment.op === other) return [];
    const text = segment.text === '' ? ' ' : segment.text;
    if (segment.op === 'delete') return [{ text, struck: true }];
    if (segment.op === 'insert') return [{ text, bold: true, underlined: true }];
    return [{ text }];
  });
}

/** Two plain texts compared, as one side shows it. */
export function textSide(before: string, after: string, side: PaperSide): PaperLine {
  return sideRuns(diffText(before, after).segments, side);
}

/** The lines of a compared block on one side; long stretches that nobody touched are left out. */
export function blockLines(block: BlockDiff, side: PaperSide): readonly PaperLine[] {
  if (block.type === 'heading' || block.type === 'paragraph') {
    return [sideRuns(block.inline, side)];
  }
  return [...titleLines(block, side), ...bodyLines(block, side), ...factLines(block, side)];
}

function onSide(block: BlockDiff, side: PaperSide): boolean {
  return block.status !== (side === 'before' ? 'added' : 'removed');
}

function bodyLines(block: BlockDiff, side: PaperSide): readonly PaperLine[] {
  const numbered = block.type === 'orderedList';
  const shown = block.children.filter((child) => onSide(child, side));
  const lines: PaperLine[] = [];
  let skipped = false;
  shown.forEach((child, index) => {
    if (block.status !== 'removed' && block.status !== 'added' && isUntouched(child)) {
      if (!skipped) lines.push([{ text: '[…]' }]);
      skipped = true;
      return;
    }
    skipped = false;
    lines.push(...childLines(child, side, numbered ? `${index + 1}. ` : '– '));
  });
  return lines;
}

function isUntouched(block: BlockDiff): boolean {
  return block.status === 'same' && !block.moved;
}

function childLines(child: BlockDiff, side: PaperSide, mark: string): readonly PaperLine[] {
  if (child.type === 'tableRow') return [rowLine(child, side)];
  const inner = blockLines(child, side);
  if (child.type !== 'listItem' && child.type !== 'taskItem') return inner;
  return inner.map((line, index) => [{ text: index === 0 ? mark : INDENT }, ...line]);
}

/** A row of a table, cell by cell. */
function rowLine(row: BlockDiff, side: PaperSide): PaperLine {
  return row.children
    .filter((cell) => onSide(cell, side))
    .flatMap((cell, index) => {
      const lines = cell.children.filter((child) => onSide(child, side));
      const words = lines.flatMap((child) => [{ text: ' ' }, ...blockLines(child, side).flat()]);
      return [...(index === 0 ? [] : [{ text: ' |' }]), ...words];
    });
}

function titleLines(block: BlockDiff, side: PaperSide): readonly PaperLine[] {
  const names = TITLES[block.type];
  if (names === undefined) return [];
  const word = BLOCK_WORDS[block.type] ?? block.type;
  const said = names.flatMap((name, index) => {
    const line = attributeLine(block, name, side);
    if (line.length === 0) return [];
    return [{ text: index === 0 ? ' ' : ', ' }, ...line];
  });
  return [[{ text: `[${word}]`, italic: true }, ...said]];
}

function factLines(block: BlockDiff, side: PaperSide): readonly PaperLine[] {
  const under = (UNDER[block.type] ?? []).map((name) => ({
    name,
    line: attributeLine(block, name, side),
  }));
  const spoken = new Set([...(TITLES[block.type] ?? []), ...(UNDER[block.type] ?? [])]);
  const changes = block.attributeChanges
    .filter(({ path }) => !spoken.has(path[0] ?? ''))
    .map(({ path, before, after }) => ({
      name: path.at(-1) ?? '',
      line: textSide(valueWord(before), valueWord(after), side),
    }));
  return [...under, ...changes]
    .filter(({ line }) => line.length > 0)
    .map(({ name, line }) => [{ text: `${fieldWord([name])}: ` }, ...line]);
}

function attributeLine(block: BlockDiff, name: string, side: PaperSide): PaperLine {
  const now = asText(block.attrs[name]);
  if (block.status === 'added') return textSide('', now, side);
  if (block.status === 'removed') return textSide(now, '', side);
  const change = block.attributeChanges.find(({ path }) => path[0] === name);
  if (change === undefined) return textSide(now, now, side);
  return textSide(asText(change.before), asText(change.after), side);
}

function asText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
