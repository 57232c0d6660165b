import { Node } from '@tiptap/core';

import { elementAttribute } from '../element-attribute.js';

const data = (name: string) => ({
  parseHTML: (element: object) => elementAttribute(element, `data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === null ? {} : { [`data-${name}`]: attributes[name] },
});

/**
 * A stored picture, named by the hash of its bytes: a document never points at an address elsewhere,
 * and an issued edition shows the very file that was appraised.
 */
export const ImageNode = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      file: { default: null, ...data('file') },
      alt: { default: '', ...data('alt') },
      caption: { default: '', ...data('caption') },
      width: { default: null, ...data('width') },
      height: { default: null, ...data('height') },
    };
  },
  parseHTML: () => [{ tag: 'figure[data-file]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});
