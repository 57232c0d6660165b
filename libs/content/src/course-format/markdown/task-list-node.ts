import type { RichNode } from '@cam-nang/domain';

import { inlineNodes } from './inline-nodes.js';
import type { MarkdownFile } from './markdown-file.js';
import type { MarkdownOf } from './markdown-tree.js';

type MarkdownList = MarkdownOf<'list'>;

/** Whether any entry of a list begins with a box. */
export function isTaskList(list: MarkdownList): boolean {
  return list.children.some((item) => typeof item.checked === 'boolean');
}

/** A list whose entries all begin with a box and hold one line each. */
export function taskListNode(file: MarkdownFile, list: MarkdownList): RichNode {
  if (list.ordered === true) file.report(list, 'option_without_box');
  const content = list.children.map((item): RichNode => {
    const [paragraph, ...rest] = item.children;
    const isEntry = typeof item.checked === 'boolean' && rest.length === 0;
    if (!isEntry || paragraph?.type !== 'paragraph') file.report(item, 'option_without_box');
    const words = paragraph?.type === 'paragraph' ? inlineNodes(file, paragraph.children) : [];
    const line = { type: 'paragraph', ...(words.length > 0 && { content: words }) };
    return { type: 'taskItem', attrs: { checked: item.checked === true }, content: [line] };
  });
  return { type: 'taskList', content };
}
