import type { InlineNode, Mark } from '../document/document-types.js';

/** A line of text as a tree: what carries marks holds what is inside them. */
export type InlinePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'bold' | 'italic' | 'code'; readonly children: readonly InlinePart[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly InlinePart[] };

const NESTING: readonly Mark['type'][] = ['link', 'bold', 'italic', 'code'];

/** The tree of a block's runs; neighbouring runs share the marks that they have in common. */
export function inlineParts(nodes: readonly InlineNode[] | undefined): readonly InlinePart[] {
  return partsFrom(nodes ?? [], 0);
}

/** The words of a line, with line breaks as line feeds. */
export function inlineText(parts: readonly InlinePart[]): string {
  return parts
    .map((part) => {
      if (part.type === 'text') return part.text;
      return part.type === 'break' ? '\n' : inlineText(part.children);
    })
    .join('');
}

function partsFrom(nodes: readonly InlineNode[], level: number): readonly InlinePart[] {
  const type = NESTING[level];
  if (type === undefined) return nodes.map(leaf);
  const parts: InlinePart[] = [];
  for (let start = 0; start < nodes.length;) {
    const mark = markOf(nodes[start], type);
    let end = start + 1;
    while (end < nodes.length && sameMark(mark, markOf(nodes[end], type))) end++;
    const children = partsFrom(nodes.slice(start, end), level + 1);
    parts.push(...(mark === undefined ? children : [wrap(mark, children)]));
    start = end;
  }
  return parts;
}

function leaf(node: InlineNode): InlinePart {
  return node.type === 'text' ? { type: 'text', text: node.text } : { type: 'break' };
}

function wrap(mark: Mark, children: readonly InlinePart[]): InlinePart {
  return mark.type === 'link'
    ? { type: 'link', href: mark.attrs.href, children }
    : { type: mark.type, children };
}

function markOf(node: InlineNode | undefined, type: Mark['type']): Mark | undefined {
  return node?.marks?.find((mark) => mark.type === type);
}

function sameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.type !== 'link' || b.type !== 'link' || a.attrs.href === b.attrs.href;
}
