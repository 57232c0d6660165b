import { Node } from '@tiptap/core';

import { elementAttribute } from './element-attribute.js';

interface CourseBlockShape {
  readonly name: string;
  /** ProseMirror content expression of the body. */
  readonly content: string;
  /** Attributes with what they hold in a new block. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Makes the node of a course block: a titled box of the lesson. In the clipboard it is a section that
 * names its kind, so that copying between two lessons keeps it whole.
 */
export function courseBlock({ name, content, attributes }: CourseBlockShape): Node {
  return Node.create({
    name,
    group: 'courseBlock',
    content,
    defining: true,
    isolating: true,
    addAttributes() {
      return Object.fromEntries(
        Object.entries(attributes).map(([key, initial]) => [
          key,
          {
            default: initial,
            parseHTML: (element: object) => elementAttribute(element, `data-${key}`) ?? initial,
            renderHTML: (values: Record<string, unknown>) => ({ [`data-${key}`]: values[key] }),
          },
        ]),
      );
    },
    parseHTML: () => [{ tag: `section[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-block': name }, 0],
  });
}
