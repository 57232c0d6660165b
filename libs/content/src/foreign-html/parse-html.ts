import { parse, type DefaultTreeAdapterTypes } from 'parse5';

import { foreignTree, type ForeignElement } from './foreign-tree.js';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Parses HTML as a browser does, where there is none. */
export function parseForeignHtml(html: string): ForeignElement {
  return foreignTree<Node | DefaultTreeAdapterTypes.Document>(parse(html), {
    look: (node) => {
      if ('value' in node) return node.value;
      if (!('tagName' in node)) return null;
      const attributes = node.attrs.map(({ name, value }): [string, string] => [name, value]);
      return { name: node.tagName, attributes };
    },
    children: (node) => ('childNodes' in node ? node.childNodes : []),
  });
}
