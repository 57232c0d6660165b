import type { TaskListNode } from '../../document/document-types.js';
import { writeInline } from './inline-writer.js';

/** A list to tick off; the second paragraph of an entry is a further line of it. */
export function writeTaskList(list: TaskListNode, marker: '-' | '*' = '-'): string {
  const items = list.content.map((item) => {
    const words = item.content.map((paragraph) => writeInline(paragraph.content, 'paragraph'));
    const text = words.join('\\\n').replaceAll('\n', '\n  ');
    return `${marker} [${item.attrs.checked ? 'x' : ' '}] ${text}`;
  });
  return items.join('\n');
}
