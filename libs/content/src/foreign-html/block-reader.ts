import type { RichNode } from '@cam-nang/domain';

import { BlockBuilder } from './block-builder.js';
import { BLOCKS, FORMULAS, LEFT_OUT, SILENT, WORD_PARTS } from './element-kinds.js';
import { fitBlocks } from './foreign-fit.js';
import { marksInside, positionOf } from './foreign-marks.js';
import {
  holdsNoteReference,
  isNoteReference,
  isWayBack,
  noteSign,
  wordElement,
} from './foreign-notes.js';
import type { ForeignLossCode } from './foreign-losses.js';
import type { ForeignReading, ForeignState } from './foreign-reading.js';
import { hasClass, isHidden, styleOf } from './foreign-style.js';
import { cleanWords, withSigns } from './foreign-words.js';
import { headingLevel, readHeading } from './heading-reader.js';
import { isImage, readFigure, readImage } from './image-reader.js';
import { isNoteList, readList, readNotes } from './list-reader.js';
import { readTable } from './table-reader.js';
import { wordLine, wordLineBlock, type WordLine } from './word-list.js';
import { wordsOf, type ForeignElement, type ForeignNode } from './foreign-tree.js';

/** A quotation in a container of more than this depth has no room left. */
const DEEPEST_QUOTE = 12;
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir']);

/** Reads nodes of a page of somebody else to blocks, of which not all may stand everywhere. */
export function readBlocks(
  reading: ForeignReading,
  children: readonly ForeignNode[],
  state: ForeignState,
): readonly RichNode[] {
  const builder = new BlockBuilder(reading, state.depth);
  walk(builder, children, state);
  return builder.finish();
}

function walk(builder: BlockBuilder, children: readonly ForeignNode[], state: ForeignState): void {
  for (const child of children) {
    if (typeof child === 'string') addText(builder, child, state);
    else if (!leaveOut(builder, child)) readElement(builder, child, state);
  }
}

function addText(builder: BlockBuilder, text: string, state: ForeignState): void {
  if (!state.isPre) return builder.line.add(cleanWords(text), state.marks);
  text.split(/\r\n?|\n/).forEach((line, at) => {
    if (at > 0) builder.breakLine();
    builder.line.add(cleanWords(line), state.marks);
  });
}

/** Whether nothing of the element is read; what its reader would miss is reported. */
function leaveOut({ reading, line }: BlockBuilder, element: ForeignElement): boolean {
  if (isSilent(element)) return true;
  const code = lossOf(element);
  if (code === undefined) return false;
  reading.losses.add(code, wordsOf(element) || line.words);
  return true;
}

function isSilent(element: ForeignElement): boolean {
  if (SILENT.has(element.name) || isHidden(element, styleOf(element))) return true;
  if (hasClass(element, 'MsoCommentReference')) return true;
  return isWayBack(element) && /^[\s↑^]*$/u.test(wordsOf(element));
}

/** As what an element is missed, if it is left out; text that was deleted in Word has its date. */
function lossOf(element: ForeignElement): ForeignLossCode | undefined {
  if (element.name === 'del' && element.attributes.has('datetime')) return 'deleted_text';
  return LEFT_OUT.get(element.name) ?? WORD_PARTS.get(wordElement(element)) ?? contents(element);
}

/** A table of contents: lessons make their own. */
function contents(element: ForeignElement): 'contents' | undefined {
  return hasClass(element, 'MsoToc') || element.attributes.get('id') === 'toc'
    ? 'contents'
    : undefined;
}

type Reader = (builder: BlockBuilder, element: ForeignElement, state: ForeignState) => void;

/** Readers by the name of the element; every other is a block or part of a line. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['br', lineBreak],
  ['hr', rule],
  ['p', paragraph],
  ['pre', preformatted],
  ['blockquote', quotation],
  [
    'table',
    (builder, element, state) =>
      builder.push(...readTable(builder.reading, element, state, readBlocks)),
  ],
  ['figure', (builder, element, state) => readFigure(builder, element, state, readBlocks)],
  ['q', quoted],
  [
    'dt',
    (builder, element, state) => block(builder, element, { ...state, marks: [{ type: 'bold' }] }),
  ],
  ['input', field],
]);

function readElement(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  const { name } = element;
  const reader = READERS.get(name);
  if (headingLevel(element) !== null) {
    return builder.push(
      ...withFlush(builder, () => readHeading(builder.reading, element, state, readBlocks)),
    );
  }
  if (LISTS.has(name)) return list(builder, element, state);
  if (isImage(element)) return readImage(builder, element);
  if (reader !== undefined) return reader(builder, element, state);
  return BLOCKS.has(name) ? block(builder, element, state) : inline(builder, element, state);
}

/** What stands before is read to its end first, so that losses are told in order. */
function withFlush<T>(builder: BlockBuilder, read: () => T): T {
  builder.flush();
  return read();
}

function inside(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  const marks = marksInside(builder.reading, element, state.marks);
  walk(builder, element.children, { ...state, marks });
}

function block(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  builder.flush();
  inside(builder, element, state);
  builder.flush();
}

function inline(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  const { reading, line } = builder;
  if (FORMULAS.has(element.name)) reading.losses.add('formula', wordsOf(element));
  if (isNoteReference(element)) reading.losses.add('footnote', wordsOf(element));
  if (isNoteReference(element) || isWayBack(element)) return line.add(noteSign(element), []);
  const position = positionOf(element);
  const words = cleanWords(wordsOf(element));
  if (position !== null && words.trim() !== '' && !holdsNoteReference(element)) {
    const signs = withSigns(words, position);
    if (signs !== null) return line.add(signs, state.marks);
    reading.losses.add('raised', words);
  }
  inside(builder, element, state);
}

function lineBreak(builder: BlockBuilder, element: ForeignElement): void {
  const style = styleOf(element);
  if (style.get('page-break-before') === 'always') builder.flush();
  else builder.breakLine();
}

/** Word draws a short line above footnotes; any other parts two sections. */
function rule(builder: BlockBuilder, element: ForeignElement): void {
  const isAboveNotes = element.attributes.get('width') === '33%';
  if (isAboveNotes) builder.flush();
  else builder.push({ type: 'horizontalRule' });
}

function paragraph(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  const line = wordLine(element);
  if (line !== null) return listLine(builder, line, state);
  if (!/^Mso(?:Intense)?Quote/i.test(element.attributes.get('class') ?? '')) {
    return block(builder, element, state);
  }
  return quotation(builder, element, state);
}

function listLine(builder: BlockBuilder, line: WordLine, state: ForeignState): void {
  builder.flush();
  const { reading } = builder;
  const marks = marksInside(reading, line.rest, state.marks);
  const [first, ...rest] = readBlocks(reading, line.rest.children, { ...state, marks });
  if (first === undefined) return;
  if (first.type !== 'paragraph') return builder.push(first, ...rest);
  builder.push(wordLineBlock(reading, line, first.content ?? []), ...rest);
}

function list(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  builder.flush();
  const read = isNoteList(element) ? readNotes : readList;
  builder.push(...read(builder.reading, element, state, readBlocks));
}

function quotation(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  builder.flush();
  const { reading } = builder;
  const isTooDeep = state.depth > DEEPEST_QUOTE;
  const depth = isTooDeep ? state.depth : state.depth + 1;
  const blocks = readBlocks(reading, element.children, { ...state, depth });
  if (blocks.length === 0) return;
  if (isTooDeep) {
    reading.losses.add('nesting', wordsOf(element));
    return builder.push(...blocks);
  }
  builder.push({ type: 'blockquote', content: fitBlocks(reading, blocks, 'quote') });
}

function preformatted(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  block(builder, element, { ...state, isPre: true });
}

function quoted(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  builder.line.add('“', state.marks);
  inside(builder, element, state);
  builder.line.add('”', state.marks);
}

/** A box that is or is not ticked is a sign; what else people fill in is none of the text. */
function field(builder: BlockBuilder, element: ForeignElement, state: ForeignState): void {
  const type = element.attributes.get('type')?.toLowerCase() ?? 'text';
  if (type === 'checkbox' || type === 'radio') {
    builder.line.add(element.attributes.has('checked') ? '☑ ' : '☐ ', state.marks);
  } else if (type !== 'hidden') {
    builder.reading.losses.add('field', element.attributes.get('value') ?? '');
  }
}
