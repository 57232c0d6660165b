import type { RichNode } from '@cam-nang/domain';

import { inlineWords } from './foreign-fit.js';
import {
  textNode,
  withoutMark,
  type ForeignReading,
  type ForeignState,
  type ReadBlocks,
} from './foreign-reading.js';
import { hasClass, isHidden, styleOf } from './foreign-style.js';
import { elementsOf, wordsOf, type ForeignElement } from './foreign-tree.js';

/** Lessons have three levels of headings below their title. */
const [HIGHEST, LOWEST] = [2, 4];

/** Level of a heading: by its element, by Word's outline, by Word's style for titles. */
export function headingLevel(element: ForeignElement): number | null {
  const byName = /^h([1-6])$/.exec(element.name)?.[1];
  if (byName !== undefined) return Number(byName);
  if (element.name !== 'p') return null;
  if (hasClass(element, 'MsoTitle')) return 1;
  const outline = /^[1-6]$/.exec(styleOf(element).get('mso-outline-level') ?? '')?.[0];
  return outline === undefined ? null : Number(outline);
}

/** How far the headings of a page go down: one of the first level would stand beside the title. */
export function headingShift(root: ForeignElement): number {
  const isFirst = (element: ForeignElement) =>
    headingLevel(element) === 1 &&
    !isHidden(element, styleOf(element)) &&
    /\S/.test(wordsOf(element));
  return [...elementsOf(root)].some(isFirst) ? 1 : 0;
}

/** A heading with whatever else stood in it after it. */
export function readHeading(
  reading: ForeignReading,
  heading: ForeignElement,
  state: ForeignState,
  readBlocks: ReadBlocks,
): readonly RichNode[] {
  const blocks = readBlocks(reading, heading.children, { ...state, marks: [] });
  const lines = blocks.filter(({ type }) => type === 'paragraph');
  const rest = blocks.filter(({ type }) => type !== 'paragraph');
  const content = lines.flatMap((line, at) => [
    ...(at > 0 ? [textNode(' ')] : []),
    ...(line.content ?? []).map(plainRun),
  ]);
  if (content.length === 0) return rest;
  const words = inlineWords(content);
  reading.losses.enter(words);
  const wanted = (headingLevel(heading) ?? HIGHEST) + reading.headingShift;
  const level = Math.min(LOWEST, Math.max(HIGHEST, wanted));
  if (wanted > LOWEST) reading.losses.add('heading_level', words);
  return [{ type: 'heading', attrs: { level }, content }, ...rest];
}

/** Headings are of one line and bold by themselves. */
function plainRun(run: RichNode): RichNode {
  if (run.type !== 'text') return textNode(' ');
  return textNode(run.text ?? '', withoutMark(run.marks ?? [], 'bold'));
}
