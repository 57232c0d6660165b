import type { RichMark, RichNode } from '@cam-nang/domain';

import { isAllowedLink } from '../document/link-address.js';
import type { ForeignInline, ForeignText } from './foreign-tree.js';
import { textRun } from './source-blocks.js';

/** The runs of a line; what a lesson has no mark for stands there as it was written. */
export function foreignInline(
  file: ForeignText,
  children: readonly ForeignInline[],
  marks: readonly RichMark[] = [],
): readonly RichNode[] {
  return children.flatMap((child) => inlineNode(file, child, marks));
}

function inlineNode(
  file: ForeignText,
  node: ForeignInline,
  marks: readonly RichMark[],
): readonly RichNode[] {
  switch (node.type) {
    case 'text':
      return textRun(node.value, marks);
    case 'inlineCode':
      return textRun(node.value, withMark(marks, { type: 'code' }));
    case 'strong':
      return foreignInline(file, node.children, withMark(marks, { type: 'bold' }));
    case 'emphasis':
      return foreignInline(file, node.children, withMark(marks, { type: 'italic' }));
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link':
      return linkNodes(file, node, marks);
    default:
      return textRun(file.sourceOf(node), marks);
  }
}

/** An address that no lesson may lead to, or that says more than an address, stays as written. */
function linkNodes(
  file: ForeignText,
  node: Extract<ForeignInline, { type: 'link' }>,
  marks: readonly RichMark[],
): readonly RichNode[] {
  const source = file.sourceOf(node);
  const isBare = !source.startsWith('[') && !source.startsWith('<');
  if (isBare) return foreignInline(file, node.children, marks);
  if (node.title || !isAllowedLink(node.url) || node.children.length === 0) {
    return textRun(source, marks);
  }
  const link = { type: 'link', attrs: { href: node.url.normalize('NFC') } };
  return foreignInline(file, node.children, withMark(marks, link));
}

function withMark(marks: readonly RichMark[], mark: RichMark): readonly RichMark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];
}
