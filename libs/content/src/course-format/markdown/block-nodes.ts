import type { RichNode } from '@cam-nang/domain';

import { directiveNode } from './directive-node.js';
import { imageNode } from './image-node.js';
import { inlineNodes } from './inline-nodes.js';
import type { MarkdownFile } from './markdown-file.js';
import type { MarkdownBlock, MarkdownInline, MarkdownOf } from './markdown-tree.js';
import { tableNode } from './table-node.js';
import { isTaskList, taskListNode } from './task-list-node.js';

/** Blocks of the top level, with course blocks; each with the Markdown block that it came from. */
export function topBlocks(
  file: MarkdownFile,
  blocks: readonly MarkdownBlock[],
): readonly { readonly node: RichNode; readonly source: MarkdownBlock }[] {
  return blocks.flatMap((source) => {
    const nodes =
      source.type === 'containerDirective'
        ? directiveNode(file, source, plainBlocks)
        : plainBlock(file, source);
    return nodes.map((node) => ({ node, source }));
  });
}

/** Blocks inside others: no course block goes into another block. */
function plainBlocks(file: MarkdownFile, blocks: readonly MarkdownBlock[]): readonly RichNode[] {
  return blocks.flatMap((block) => plainBlock(file, block));
}

function plainBlock(file: MarkdownFile, block: MarkdownBlock): readonly RichNode[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphNode(file, block);
    case 'heading':
      return headingNode(file, block);
    case 'list':
      return listNode(file, block);
    case 'blockquote':
      return [{ type: 'blockquote', content: plainBlocks(file, block.children) }];
    case 'table':
      return tableNode(file, block);
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'html':
      file.report(block, 'raw_html');
      return [];
    case 'containerDirective':
      file.report(block, 'directive_nested', { name: block.name });
      return [];
    case 'leafDirective':
      file.report(block, 'directive_malformed');
      return [];
    default:
      file.report(block, 'block_not_allowed', { type: block.type });
      return [];
  }
}

function paragraphNode(
  file: MarkdownFile,
  paragraph: MarkdownOf<'paragraph'>,
): readonly RichNode[] {
  const [first, ...rest] = paragraph.children;
  if (first?.type === 'image' && rest.length === 0) return imageNode(file, first);
  const source = file.sourceOf(paragraph);
  if (/^:::|\n\s*:::/.test(source)) file.report(paragraph, 'directive_malformed');
  if (source.startsWith('|')) file.report(paragraph, 'table_malformed');
  return [textBlock('paragraph', file, paragraph.children)];
}

function headingNode(file: MarkdownFile, heading: MarkdownOf<'heading'>): readonly RichNode[] {
  if (heading.depth < 2 || heading.depth > 4) {
    file.report(heading, 'heading_level');
    return [];
  }
  const node = textBlock('heading', file, heading.children);
  return [{ ...node, attrs: { level: heading.depth } }];
}

function textBlock(
  type: string,
  file: MarkdownFile,
  children: readonly MarkdownInline[],
): RichNode {
  const content = inlineNodes(file, children);
  return { type, ...(content.length > 0 && { content }) };
}

function listNode(file: MarkdownFile, list: MarkdownOf<'list'>): readonly RichNode[] {
  if (isTaskList(list)) return [taskListNode(file, list)];
  const content = list.children.map((item): RichNode => {
    const blocks = plainBlocks(file, item.children);
    const startsWithText = blocks.length === 0 || blocks[0]?.type === 'paragraph';
    if (!startsWithText) file.report(item, 'list_item_start');
    return { type: 'listItem', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks };
  });
  if (!list.ordered) return [{ type: 'bulletList', content }];
  const start = list.start ?? 1;
  return [{ type: 'orderedList', ...(start !== 1 && { attrs: { start } }), content }];
}
