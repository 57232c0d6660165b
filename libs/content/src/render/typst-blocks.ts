import type {
  BulletListNode,
  ImageNode,
  OrderedListNode,
  PlainBlock,
  TableCellNode,
  TableNode,
  TaskListNode,
} from '../document/document-types.js';
import { tableShape } from './table-shape.js';
import { inlineTypst, typstArray, typstBlock, typstCall, typstString } from './typst-text.js';

/** Path of a stored file by its hash, as the compiler finds it; null leaves the picture out. */
export type TypstFilePath = (hash: string) => string | null;

/** Blocks one after another. */
export function plainBlocksTypst(blocks: readonly PlainBlock[], filePath: TypstFilePath): string {
  return typstBlock(blocks.map((block) => plainBlockTypst(block, filePath)));
}

/** One block as a Typst expression. */
export function plainBlockTypst(block: PlainBlock, filePath: TypstFilePath): string {
  switch (block.type) {
    case 'paragraph':
      return typstCall('par', inlineTypst(block.content));
    case 'heading': {
      const level = String(block.attrs.level - 1);
      return typstCall('heading', `level: ${level}`, inlineTypst(block.content));
    }
    case 'bulletList':
    case 'orderedList':
      return listTypst(block, filePath);
    case 'taskList':
      return tasksTypst(block);
    case 'blockquote':
      return typstCall('quote', 'block: true', plainBlocksTypst(block.content, filePath));
    case 'table':
      return tableTypst(block, filePath);
    case 'image':
      return imageTypst(block, filePath);
    case 'horizontalRule':
      return typstCall('cn-rule');
  }
}

/** A list of any depth. */
export function listTypst(list: BulletListNode | OrderedListNode, filePath: TypstFilePath): string {
  const items = list.content.map((item) => tightTypst(item.content, filePath));
  if (list.type === 'bulletList') return typstCall('list', ...items);
  return typstCall('enum', `start: ${list.attrs.start ?? 1}`, ...items);
}

/** Boxes to tick with a pen. */
function tasksTypst(list: TaskListNode): string {
  return typstCall('cn-tasks', typstArray(taskWords(list)));
}

/** The words of each entry of a list to tick. */
export function taskWords(list: TaskListNode): readonly string[] {
  return list.content.map((item) =>
    item.content.map((paragraph) => inlineTypst(paragraph.content)).join(' + linebreak() + '),
  );
}

/** A lone paragraph stands without the spacing of one. */
function tightTypst(blocks: readonly PlainBlock[], filePath: TypstFilePath): string {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return plainBlocksTypst(blocks, filePath);
  if (rest.length === 0) return inlineTypst(first.content);
  const others = rest.map((block) => plainBlockTypst(block, filePath));
  return typstBlock([inlineTypst(first.content), ...others]);
}

function imageTypst({ attrs }: ImageNode, filePath: TypstFilePath): string {
  const path = filePath(attrs.file);
  const caption = typstString(attrs.caption ?? '');
  if (path === null) return typstCall('cn-missing-image', typstString(attrs.alt));
  return typstCall('cn-image', typstString(path), typstString(attrs.alt), caption);
}

function tableTypst(table: TableNode, filePath: TypstFilePath): string {
  const { head, body } = tableShape(table);
  const columns = columnCount(table);
  const rows = (list: TableNode['content']) =>
    list.flatMap((row) => row.content.map((cell) => cellTypst(cell, filePath)));
  const cells = [
    ...(head.length === 0 ? [] : [typstCall('table.header', ...rows(head))]),
    ...rows(body),
  ];
  return typstCall('cn-table', String(columns), ...cells);
}

function columnCount(table: TableNode): number {
  const cells = table.content[0]?.content ?? [];
  return cells.reduce((sum, cell) => sum + (cell.attrs.colspan ?? 1), 0);
}

function cellTypst(cell: TableCellNode, filePath: TypstFilePath): string {
  const { colspan, rowspan, align } = cell.attrs;
  const words = tightTypst(cell.content, filePath);
  return typstCall(
    'table.cell',
    ...(colspan === undefined ? [] : [`colspan: ${colspan}`]),
    ...(rowspan === undefined ? [] : [`rowspan: ${rowspan}`]),
    ...(align === undefined ? [] : [`align: ${align}`]),
    cell.type === 'tableHeader' ? typstCall('strong', words) : words,
  );
}
