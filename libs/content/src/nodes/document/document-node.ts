import { Node } from '@tiptap/core';

/** The root, which takes what the preset allows at the top level. */
export function documentNode(content: string): Node {
  return Node.create({ name: 'doc', topNode: true, content });
}
