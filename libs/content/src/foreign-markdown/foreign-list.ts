import type { RichNode } from '@cam-nang/domain';

import { foreignInline } from './foreign-inline.js';
import type { ForeignBlock, ForeignOf, ForeignText } from './foreign-tree.js';
import { sourceBlocks, textRun } from './source-blocks.js';

type ForeignList = ForeignOf<'list'>;
type ForeignItem = ForeignList['children'][number];
type ReadBlock = (file: ForeignText, block: ForeignBlock) => readonly RichNode[];

/** What may stand in an entry of a list. */
const IN_ITEM: ReadonlySet<string> = new Set([
  'paragraph',
  'bulletList',
  'orderedList',
  'blockquote',
  'table',
]);

/**
 * A list. Numbers that do not follow each other are words of the text ("5. repealed, 7. …"), which a
 * counted list would falsify: such a list stands as it was written.
 */
export function foreignList(
  file: ForeignText,
  list: ForeignList,
  readBlock: ReadBlock,
): readonly RichNode[] {
  if (list.children.every(isTask)) return [taskList(file, list)];
  const start = list.start ?? 1;
  if (list.ordered === true && !countsOn(file, list, start)) {
    return sourceBlocks(file.sourceOf(list));
  }
  const content = list.children.map((item) => itemNode(file, item, readBlock));
  if (list.ordered !== true) return [{ type: 'bulletList', content }];
  return [{ type: 'orderedList', ...(start !== 1 && { attrs: { start } }), content }];
}

function countsOn(file: ForeignText, list: ForeignList, start: number): boolean {
  const numbers = list.children.map((item) => /^\d+/.exec(file.sourceOf(item))?.[0] ?? '');
  const isCounted = numbers.every((number, index) => Number(number) === start + index);
  return isCounted || numbers.every((number) => Number(number) === start);
}

function isTask(item: ForeignItem): boolean {
  const [only, ...more] = item.children;
  return typeof item.checked === 'boolean' && only?.type === 'paragraph' && more.length === 0;
}

function taskList(file: ForeignText, list: ForeignList): RichNode {
  const content = list.children.map((item): RichNode => {
    const [line] = item.children;
    const words = line?.type === 'paragraph' ? foreignInline(file, line.children) : [];
    const paragraph = { type: 'paragraph', ...(words.length > 0 && { content: words }) };
    const attrs = { checked: item.checked === true };
    return { type: 'taskItem', attrs, content: [paragraph] };
  });
  return { type: 'taskList', content };
}

/** An entry begins with a line of its own; its box, if it has one, is written out. */
function itemNode(file: ForeignText, item: ForeignItem, readBlock: ReadBlock): RichNode {
  const blocks = item.children.flatMap((child) => {
    const nodes = readBlock(file, child);
    return nodes.every(({ type }) => IN_ITEM.has(type))
      ? nodes
      : sourceBlocks(file.sourceOf(child));
  });
  const [first, ...rest] = blocks;
  const hasLine = first?.type === 'paragraph';
  const box = typeof item.checked === 'boolean' ? textRun(item.checked ? '[x] ' : '[ ] ') : [];
  const words = [...box, ...(hasLine ? (first.content ?? []) : [])];
  const line = { type: 'paragraph', ...(words.length > 0 && { content: words }) };
  return { type: 'listItem', content: [line, ...(hasLine ? rest : blocks)] };
}
