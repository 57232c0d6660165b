import type {
  BlockquoteNode,
  BulletListNode,
  HeadingNode,
  HorizontalRuleNode,
  ImageNode,
  ListItemNode,
  OrderedListNode,
  ParagraphNode,
  PlainBlock,
  TaskListNode,
  TopBlock,
} from '../../document/document-types.js';
import { writeDirective } from './directive-writer.js';
import { losesBreaks, writeInline } from './inline-writer.js';
import type { WriterLosses } from './losses.js';
import { writeTable } from './table-writer.js';
import { writeTaskList } from './task-list-writer.js';

/** Blocks of the top level with a blank line between them. */
export function writeTopBlocks(blocks: readonly TopBlock[], losses: WriterLosses): string {
  return joinBlocks(blocks, (block, isOther) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'bulletList':
      case 'orderedList':
      case 'taskList':
      case 'blockquote':
      case 'table':
      case 'image':
      case 'horizontalRule':
        return writePlainBlock(block, losses, isOther);
      default:
        return writeDirective(block, losses, writePlainBlocks);
    }
  });
}

/** Blocks inside another. */
export function writePlainBlocks(blocks: readonly PlainBlock[], losses: WriterLosses): string {
  return joinBlocks(blocks, (block, isOther) => writePlainBlock(block, losses, isOther));
}

type ListNode = BulletListNode | OrderedListNode | TaskListNode;

function isList(block: TopBlock | undefined): block is ListNode {
  return (
    block?.type === 'bulletList' || block?.type === 'orderedList' || block?.type === 'taskList'
  );
}

/** Whether two lists after each other would be read as one if they had the same marker. */
function wouldMerge(block: TopBlock, previous: TopBlock | undefined): boolean {
  if (!isList(block) || !isList(previous)) return false;
  return (block.type === 'orderedList') === (previous.type === 'orderedList');
}

/** The other marker of a list alternates, or two lists after each other would become one. */
function joinBlocks<B extends TopBlock>(
  blocks: readonly B[],
  write: (block: B, isOther: boolean) => string,
): string {
  const written: string[] = [];
  let previous: B | undefined;
  let isOther = false;
  for (const block of blocks) {
    isOther = wouldMerge(block, previous) && !isOther;
    const text = write(block, isOther);
    if (text !== '') written.push(text);
    if (text !== '') previous = block;
  }
  return written.join('\n\n');
}

function writePlainBlock(block: PlainBlock, losses: WriterLosses, isOther: boolean): string {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return writeList(block, losses, isOther);
    case 'taskList':
      return writeTaskList(block, isOther ? '*' : '-');
    case 'blockquote':
      return writeQuote(block, losses);
    case 'table':
      return writeTable(block, losses);
    default:
      return writeLeaf(block, losses);
  }
}

function writeLeaf(
  block: ParagraphNode | HeadingNode | ImageNode | HorizontalRuleNode,
  losses: WriterLosses,
): string {
  switch (block.type) {
    case 'paragraph': {
      const text = writeInline(block.content, 'paragraph');
      if (text === '') losses.add(block, 'empty_paragraph');
      return text;
    }
    case 'heading':
      if (losesBreaks(block.content)) losses.add(block, 'line_break');
      return `${'#'.repeat(block.attrs.level)} ${writeInline(block.content, 'heading')}`.trimEnd();
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
    const marker = markerOf(list.type, start + index, isOther);
    return writeItem(item, marker, losses);
  });
  return items.join('\n');
}

function markerOf(type: string, number: number, isOther: boolean): string {
  if (type === 'orderedList') return `${number}${isOther ? ')' : '.'}`;
  return isOther ? '*' : '-';
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
