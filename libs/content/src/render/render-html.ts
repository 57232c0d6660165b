import type { LegalNode, PlainBlock, RichDocument, TopBlock } from '../document/document-types.js';
import { lessonSections, type LessonSection } from '../document/lesson-sections.js';
import { plainBlocksHtml, stackedHtml, type HtmlContext } from './html-blocks.js';
import { courseBlockHtml, legalHtml } from './html-course-blocks.js';
import { element, inlineHtml } from './html-text.js';
import { RENDER_LABELS } from './labels.js';

export interface HtmlOptions {
  /** Language of the text itself. */
  readonly lang?: string;
  /** Language of the words that rendering adds. */
  readonly labels?: 'vi' | 'en';
  /** Address of a stored file by its hash. */
  readonly fileUrl?: (hash: string) => string;
}

/**
 * A document as HTML with the classes of the kit: one section for each part of the lesson, every
 * block with its id in `data-block-id`, all text escaped. It needs no script.
 */
export function renderHtml(document: RichDocument, options: HtmlOptions = {}): string {
  const { lang = 'vi', labels = 'vi', fileUrl = (hash) => `/api/files/${hash}` } = options;
  const context: HtmlContext = { labels: RENDER_LABELS[labels], fileUrl };
  const sections = lessonSections(document).map((section) => sectionHtml(context, section));
  return element('div', { lang }, sections.join(''));
}

function sectionHtml(context: HtmlContext, { id, title, blocks }: LessonSection): string {
  const body = stackedHtml(groupsOf(blocks).map((group) => groupHtml(context, group)));
  const anchor = `b-${id}`;
  if (title === null) return element('section', { class: 'blk', id: anchor }, body);
  const headingId = `h-${id}`;
  const heading = element('h2', { id: headingId, 'data-block-id': id }, inlineHtml(title));
  const attributes = { class: 'blk', id: anchor, 'aria-labelledby': headingId };
  return element('section', attributes, heading + body);
}

type Group =
  | { readonly kind: 'plain'; readonly blocks: PlainBlock[] }
  | { readonly kind: 'legal'; readonly blocks: LegalNode[] }
  | { readonly kind: 'course'; readonly block: Parameters<typeof courseBlockHtml>[1] };

function groupsOf(blocks: readonly TopBlock[]): readonly Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.type === 'legal') {
      if (last?.kind === 'legal') last.blocks.push(block);
      else groups.push({ kind: 'legal', blocks: [block] });
    } else if (isPlain(block)) {
      if (last?.kind === 'plain') last.blocks.push(block);
      else groups.push({ kind: 'plain', blocks: [block] });
    } else {
      groups.push({ kind: 'course', block });
    }
  }
  return groups;
}

const PLAIN: ReadonlySet<string> = new Set<PlainBlock['type']>([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'table',
  'image',
  'horizontalRule',
]);

function isPlain(block: TopBlock): block is PlainBlock {
  return PLAIN.has(block.type);
}

function groupHtml(context: HtmlContext, group: Group): string {
  if (group.kind === 'plain') return plainBlocksHtml(context, group.blocks);
  if (group.kind === 'legal') return legalHtml(context, group.blocks);
  return courseBlockHtml(context, group.block);
}
