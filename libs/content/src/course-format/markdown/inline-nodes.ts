import type { RichMark, RichNode } from '@cam-nang/domain';

import { isAllowedLink } from '../../document/link-address.js';
import { cleanText } from '../../validate/clean-text.js';
import type { MarkdownFile } from './markdown-file.js';
import type { MarkdownInline } from './markdown-tree.js';

/** The runs of a line of Markdown. */
export function inlineNodes(
  file: MarkdownFile,
  children: readonly MarkdownInline[],
  marks: readonly RichMark[] = [],
): readonly RichNode[] {
  return children.flatMap((child) => inlineNode(file, child, marks));
}

function inlineNode(
  file: MarkdownFile,
  node: MarkdownInline,
  marks: readonly RichMark[],
): readonly RichNode[] {
  switch (node.type) {
    case 'text':
      return run(file, node, node.value, marks);
    case 'inlineCode':
      return run(file, node, node.value, withMark(marks, { type: 'code' }));
    case 'strong':
      return inlineNodes(file, node.children, withMark(marks, { type: 'bold' }));
    case 'emphasis':
      return inlineNodes(file, node.children, withMark(marks, { type: 'italic' }));
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link':
      return linkNodes(file, node, marks);
    case 'textDirective':
      // A colon before a letter ("Chú ý:xem") is no directive to anyone who writes a lesson.
      return run(file, node, file.sourceOf(node), marks);
    case 'html':
      file.report(node, 'raw_html');
      return [];
    case 'image':
      file.report(node, 'image_not_alone');
      return [];
    default:
      file.report(node, 'inline_not_allowed', { type: node.type });
      return [];
  }
}

/**
 * Only links that are written as links are links: an address in running text stays text, so that
 * what is written back reads the same.
 */
function linkNodes(
  file: MarkdownFile,
  node: Extract<MarkdownInline, { type: 'link' }>,
  marks: readonly RichMark[],
): readonly RichNode[] {
  const source = file.sourceOf(node);
  if (!source.startsWith('[') && !source.startsWith('<')) {
    return inlineNodes(file, node.children, marks);
  }
  if (!isAllowedLink(node.url) || node.title) {
    file.report(node, 'link_not_allowed', { href: node.title ? source : node.url });
    return [];
  }
  const link = { type: 'link', attrs: { href: node.url.normalize('NFC') } };
  return inlineNodes(file, node.children, withMark(marks, link));
}

function withMark(marks: readonly RichMark[], mark: RichMark): readonly RichMark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];
}

function run(
  file: MarkdownFile,
  node: MarkdownInline,
  value: string,
  marks: readonly RichMark[],
): readonly RichNode[] {
  const text = cleanText(value);
  if (text === null) file.report(node, 'text_control_character');
  if (text === null || text === '') return [];
  return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
}
