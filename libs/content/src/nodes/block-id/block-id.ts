import { Extension } from '@tiptap/core';

import { elementAttribute } from '../element-attribute.js';

/**
 * The stable id of every block. The editor only carries ids along: a split keeps the id on the first
 * half and leaves the second without one, and the server gives and repairs ids at every save.
 */
export function blockIdAttribute(types: readonly string[]): Extension {
  return Extension.create({
    name: 'blockId',
    addGlobalAttributes() {
      return [
        {
          types: [...types],
          attributes: {
            id: {
              default: null,
              keepOnSplit: false,
              parseHTML: (element) => elementAttribute(element, 'data-block-id'),
              renderHTML: ({ id }) => (typeof id === 'string' ? { 'data-block-id': id } : {}),
            },
          },
        },
      ];
    },
  });
}
