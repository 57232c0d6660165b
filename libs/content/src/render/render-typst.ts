import type {
  CheckNode,
  CourseBlock,
  LegalNode,
  PlainBlock,
  RichDocument,
  StepsNode,
  TopBlock,
} from '../document/document-types.js';
import { RENDER_LABELS, shownDate, type RenderLabels } from './labels.js';
import {
  listTypst,
  plainBlocksTypst,
  plainBlockTypst,
  taskWords,
  type TypstFilePath,
} from './typst-blocks.js';
import { typstArray, typstBlock, typstCall, typstString, inlineTypst } from './typst-text.js';

export interface TypstOptions {
  readonly labels?: 'vi' | 'en';
  /** Path of a stored file by its hash, as the compiler finds it; null leaves the picture out. */
  readonly filePath?: TypstFilePath;
}

interface TypstContext {
  readonly labels: RenderLabels;
  readonly filePath: TypstFilePath;
}

/**
 * A document as Typst code that calls the functions of `TYPST_PRELUDE`. Headings of the second level
 * become Typst's first. All text stands in string literals.
 */
export function renderTypst(document: RichDocument, options: TypstOptions = {}): string {
  const { labels = 'vi', filePath = () => null } = options;
  const context = { labels: RENDER_LABELS[labels], filePath };
  return `#${typstBlock(document.content.map((block) => blockTypst(context, block)))}\n`;
}

const COURSE_BLOCKS: ReadonlySet<string> = new Set<CourseBlock['type']>([
  'case',
  'steps',
  'form',
  'legal',
  'warning',
  'qa',
  'check',
  'contact',
]);

function isCourseBlock(block: TopBlock): block is CourseBlock {
  return COURSE_BLOCKS.has(block.type);
}

function blockTypst(context: TypstContext, block: TopBlock): string {
  if (!isCourseBlock(block)) return plainBlockTypst(block, context.filePath);
  if (block.type === 'legal') return legalTypst(context, block);
  if (block.type === 'check') return checkTypst(context, block);
  if (block.type === 'steps') return stepsTypst(context, block);
  const body = plainBlocksTypst(block.content, context.filePath);
  if (block.type === 'form') {
    const { title, code } = block.attrs;
    return typstCall('cn-form', typstString(title || context.labels.form), typstString(code), body);
  }
  return typstCall(`cn-${block.type}`, typstString(titleOf(context, block)), body);
}

function titleOf(
  { labels }: TypstContext,
  block: Extract<CourseBlock, { type: 'case' | 'warning' | 'qa' | 'contact' }>,
): string {
  if (block.type === 'qa') return block.attrs.question;
  if (block.type === 'warning') return block.attrs.title || labels.warning;
  return block.attrs.title;
}

function stepsTypst({ filePath }: TypstContext, block: StepsNode): string {
  const body = block.content.map((child) =>
    child.type === 'orderedList' ? listTypst(child, filePath) : paragraphTypst(child),
  );
  return typstCall('cn-steps', typstString(block.attrs.title), typstBlock(body));
}

function paragraphTypst(paragraph: Extract<PlainBlock, { type: 'paragraph' }>): string {
  return typstCall('par', inlineTypst(paragraph.content));
}

function legalTypst({ labels }: TypstContext, block: LegalNode): string {
  const { document, article, from, to, state } = block.attrs;
  const states = {
    'in-force': labels.inForce,
    superseded: labels.superseded,
    expired: labels.expired,
  };
  const dates = [
    ...(from === undefined ? [] : [labels.from(shownDate(from))]),
    ...(to === undefined ? [] : [labels.until(shownDate(to))]),
  ];
  return typstCall(
    'cn-legal',
    typstString([document, article].filter(Boolean).join(', ')),
    typstString(states[state]),
    typstArray(dates.map(typstString)),
    typstBlock(block.content.map(paragraphTypst)),
  );
}

function checkTypst({ labels }: TypstContext, block: CheckNode): string {
  const options = (block.content ?? []).flatMap(taskWords);
  const { question, answer } = block.attrs;
  return typstCall(
    'cn-check',
    typstString(labels.check),
    typstString(question),
    typstArray(options),
    typstString(labels.rightAnswer),
    answer === '' ? '[]' : typstString(answer),
  );
}
