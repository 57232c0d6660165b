import type { RichNode } from '@cam-nang/domain';

import { foreignInline } from './foreign-inline.js';
import { foreignList } from './foreign-list.js';
import { foreignTable } from './foreign-table.js';
import type { ForeignBlock, ForeignInline, ForeignOf, ForeignText } from './foreign-tree.js';
import { sourceBlocks, textRun } from './source-blocks.js';

/** Lessons have three levels of headings below their title. */
const [HIGHEST, LOWEST] = [2, 4];

/** What a block of Markdown is in a lesson; what has no place there stands as it was written. */
export function foreignBlock(file: ForeignText, block: ForeignBlock): readonly RichNode[] {
  switch (block.type) {
    case 'paragraph':
      return [lineBlock('paragraph', file, block.children)];
    case 'heading':
      return [foreignHeading(file, block)];
    case 'list':
      return foreignList(file, block, foreignBlock);
    case 'blockquote':
      return quoteNode(file, block);
    case 'table':
      return foreignTable(file, block);
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'code':
      return codeNodes(block);
    default:
      return sourceBlocks(file.sourceOf(block));
  }
}

function lineBlock(type: string, file: ForeignText, children: readonly ForeignInline[]): RichNode {
  const content = foreignInline(file, children);
  return { type, ...(content.length > 0 && { content }) };
}

function foreignHeading(file: ForeignText, heading: ForeignOf<'heading'>): RichNode {
  const level = Math.min(LOWEST, Math.max(HIGHEST, heading.depth));
  return { ...lineBlock('heading', file, heading.children), attrs: { level } };
}

function quoteNode(file: ForeignText, quote: ForeignOf<'blockquote'>): readonly RichNode[] {
  const content = quote.children.flatMap((child) => foreignBlock(file, child));
  return [{ type: 'blockquote', content: content.length > 0 ? content : [{ type: 'paragraph' }] }];
}

/** Code line by line; the language it was said to be in stands above it. */
function codeNodes({ lang, meta, value }: ForeignOf<'code'>): readonly RichNode[] {
  const info = [lang, meta].filter((part) => part !== null && part !== undefined).join(' ');
  const head = info === '' ? [] : [{ type: 'paragraph', content: textRun('```' + info) }];
  return [...head, ...sourceBlocks(value, { isCode: true })];
}
