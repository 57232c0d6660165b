import { countLines, evenLines, type Fragment, type Paragraph, type Word } from './line-breaks.js';
import type { FontRole, OverflowRule, SizeRange } from './layout.js';

/** Width in mm of a text set 1 mm large in a face. Widths grow in proportion to the size. */
export type MeasureText = (text: string, font: FontRole) => number;

/** The room for a text and what may be done to it. */
export interface FitRule {
  readonly width: number;
  readonly depth: number;
  readonly leading: number;
  readonly tracking: number;
  readonly font: FontRole;
  readonly strongFont: FontRole;
  readonly size: SizeRange;
  readonly overflow: OverflowRule;
}

/** A text that fits: its size in mm and its lines. */
export interface FittedText {
  readonly size: number;
  readonly lines: readonly (readonly Word[])[];
}

const SIZE_STEP = 0.05;

/** Splits a line's stretches of text at its spaces into words; no-break spaces stay inside. */
export function wordsOf(stretches: readonly Fragment[]): Word[] {
  const words: Fragment[][] = [];
  let open = false;
  for (const { text, strong } of stretches) {
    for (const [i, part] of text.split(' ').entries()) {
      if (i > 0) open = false;
      if (part === '') continue;
      if (!open) words.push([]);
      words.at(-1)?.push({ text: part, strong });
      open = true;
    }
  }
  return words;
}

function measureParagraphs(
  paragraphs: readonly (readonly Word[])[],
  rule: FitRule,
  measure: MeasureText,
): Paragraph[] {
  const widthOf = (text: string, strong: boolean): number =>
    measure(text, strong ? rule.strongFont : rule.font) + rule.tracking * [...text].length;
  const space = widthOf(' ', false);
  return paragraphs.map((words) => ({
    space,
    words: words.map((word) => ({
      word,
      width: word.reduce((sum, part) => sum + widthOf(part.text, part.strong), 0),
    })),
  }));
}

function fitsAt(
  paragraphs: readonly Paragraph[],
  rule: FitRule,
  size: number,
  maxLines: number,
): boolean {
  let count = 0;
  for (const paragraph of paragraphs) {
    count += countLines(paragraph, rule.width / size);
  }
  return count <= maxLines && (count - 1) * rule.leading * size <= rule.depth + 1e-9;
}

function sizes({ max, min }: SizeRange): number[] {
  const steps = Math.max(0, Math.round((max - min) / SIZE_STEP));
  const grid = Array.from(
    { length: steps },
    (_, i) => Math.round((max - i * SIZE_STEP) * 100) / 100,
  );
  return [...grid, min];
}

/** Candidates in the order in which the rule wants them tried. */
function* attempts(rule: FitRule, fewest: number): Generator<{ size: number; maxLines: number }> {
  const { steps, maxLines } = rule.overflow;
  if (steps[0] === 'break') {
    for (const size of sizes(rule.size)) yield { size, maxLines };
    return;
  }
  for (let lines = fewest; lines <= maxLines; lines++) {
    for (const size of sizes(rule.size)) yield { size, maxLines: lines };
  }
}

/**
 * Fits lines of words into a box by the box's rule: `shrink` first takes the largest size on the
 * fewest lines, `break` first keeps the size as long as there is room for another line. Broken
 * lines are balanced. Null means that no allowed way exists.
 */
export function fitText(
  paragraphs: readonly (readonly Word[])[],
  rule: FitRule,
  measure: MeasureText,
): FittedText | null {
  const measured = measureParagraphs(paragraphs, rule, measure);
  for (const { size, maxLines } of attempts(rule, paragraphs.length)) {
    if (!fitsAt(measured, rule, size, maxLines)) continue;
    const lines = measured.flatMap((paragraph) => evenLines(paragraph, rule.width / size));
    return { size, lines: lines.map((line) => line.map(({ word }) => word)) };
  }
  return null;
}
