import type {
  BlockquoteNode,
  BulletListNode,
  ImageNode,
  ListItemNode,
  OrderedListNode,
  PlainBlock,
  TopBlock,
} from '../../document/document-types.js';
import { writeDirective } from './directive-writer.js';
import { losesBreaks, writeInline } from './inline-writer.js';
import type { WriterLosses } from './losses.js';
import { writeTable } from './table-writer.js';

/** Blocks of the top level with a blank line between them. */
export function writeTopBlocks(blocks: readonly TopBlock[], losses: WriterLosses): string {
  return joinBlocks(blocks, (block, previous) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'bulletList':
      case 'orderedList':
      case 'blockquote':
      case 'table':
      case 'image':
      case 'horizontalRule':
        return writePlainBlock(block, losses, isList(previous) && previous.type === block.type);
      default:
        return writeDirective(block, losses, writePlainBlocks);
    }
  });
}

/** Blocks inside another. */
export function writePlainBlocks(blocks: readonly PlainBlock[], losses: WriterLosses): string {
  return joinBlocks(blocks, (block, previous) =>
    writePlainBlock(block, losses, isList(previous) && previous.type === block.type),
  );
}

function isList(block: TopBlock | undefined): block is BulletListNode | OrderedListNode {
  return block?.type === 'bulletList' || block?.type === 'orderedList';
}

/** The other marker of a list alternates, or two lists after each other would become one. */
function joinBlocks<B extends TopBlock>(
  blocks: readonly B[],
  write: (block: B, previous: B | undefined) => string,
): string {
  const written: string[] = [];
  let previous: B | undefined;
  let isOther = false;
  for (const block of blocks) {
    isOther = isList(block) && previous?.type === block.type && !isOther;
    const text = write(block, isOther ? previous : undefined);
    if (text !== '') written.push(text);
    if (text !== '') previous = block;
  }
  return written.join('\n\n');
}

function writePlainBlock(block: PlainBlock, losses: WriterLosses, isOther: boolean): string {
  switch (block.type) {
    case 'paragraph': {
      const text = writeInline(block.content, 'paragraph');
      if (text === '') losses.add(block, 'empty_paragraph');
      return text;
    }
    case 'heading':
      if (losesBreaks(block.content)) losses.add(block, 'line_break');
      return `${'#'.repeat(block.attrs.level)} ${writeInline(block.content, 'heading')}`.trimEnd();
    case 'bulletList':
    case 'orderedList':
      return writeList(block, losses, isOther);
    case 'blockquote':
      return writeQuote(block, losses);
    case 'table':
      return writeTable(block, losses);
    case 'image':
      return writeImage(block);
    case 'horizontalRule':
      return '---';
  }
}

function writeQuote(block: BlockquoteNode, losses: WriterLosses): string {
  const inner = writePlainBlocks(block.content, losses);
  return inner
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function writeList(
  list: BulletListNode | OrderedListNode,
  losses: WriterLosses,
  isOther: boolean,
): string {
  const start = list.type === 'orderedList' ? (list.attrs.start ?? 1) : 0;
  const items = list.content.map((item, index) => {
    const marker =
      list.type === 'orderedList' ? `${start + index}${isOther ? ')' : '.'}` : isOther ? '*' : '-';
    return writeItem(item, marker, losses);
  });
  return items.join('\n');
}

function writeItem(item: ListItemNode, marker: string, losses: WriterLosses): string {
  const [first, ...rest] = item.content;
  const isEmpty = first?.type === 'paragraph' && (first.content ?? []).length === 0;
  const inner = isEmpty && rest.length === 0 ? '' : writePlainBlocks(item.content, losses);
  const indent = ' '.repeat(marker.length + 1);
  const lines = inner.split('\n').map((line, index) => {
    if (index === 0) return `${marker} ${line}`.trimEnd();
    return line === '' ? '' : indent + line;
  });
  return lines.join('\n');
}

function writeImage({ attrs }: ImageNode): string {
  const { file, alt, caption, width, height } = attrs;
  const size = width !== undefined && height !== undefined ? `#${width}x${height}` : '';
  const escape = (text: string) => text.replace(/[\\`*_[\]<>&"|:~]/g, '\\$&');
  const title = caption === undefined ? '' : ` "${escape(caption)}"`;
  return `![${escape(alt)}](file:${file}${size}${title})`;
}
