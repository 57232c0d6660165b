import {
  BulletList,
  ListItem,
  ListKeymap,
  OrderedList,
  TaskItem,
  TaskList,
} from '@tiptap/extension-list';

import { elementAttribute } from '../element-attribute.js';

export const BulletListNode = BulletList;

/** Numbered by the place in the list; only the first number can be set. */
export const OrderedListNode = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => Number.parseInt(elementAttribute(element, 'start') ?? '1', 10) || 1,
      },
    };
  },
});

/** Begins with its own line; headings and course blocks have no place in it. */
export const ListItemNode = ListItem.extend({
  content: 'paragraph (paragraph | bulletList | orderedList | blockquote | table | image)*',
});

/** A list to tick off, and the options of a self-check. */
export const TaskListNode = TaskList.extend({ group: 'block' });

export const TaskItemNode = TaskItem.extend({ content: 'paragraph+' });

export const ListKeys = ListKeymap;
