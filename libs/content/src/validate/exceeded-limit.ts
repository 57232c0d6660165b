import type { RichNode } from '@cam-nang/domain';

import { DOCUMENT_LIMITS } from './limits.js';

/** Which bound of a whole document a text is beyond. */
export type ExceededLimit = 'too_many_nodes' | 'too_much_text';

type Node = Pick<RichNode, 'text'> & {
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly Pick<Node, 'attrs'>[] | undefined;
  readonly content?: readonly Node[] | undefined;
};

/**
 * The bound that a document is beyond, as `validateDocument` would say it; null within both. Texts that
 * somebody else wrote may be: they are read, and changed here only once they are shorter.
 */
export function exceededLimit(document: Node): ExceededLimit | null {
  let [nodes, characters] = [0, 0];
  const open: Node[] = [document];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes += 1;
    characters += (node.text?.length ?? 0) + attributeLength(node);
    for (const mark of node.marks ?? []) characters += attributeLength(mark);
    if (nodes > DOCUMENT_LIMITS.nodes) return 'too_many_nodes';
    if (characters > DOCUMENT_LIMITS.characters) return 'too_much_text';
    for (const child of node.content ?? []) open.push(child);
  }
  return null;
}

function attributeLength({ attrs = {} }: Pick<Node, 'attrs'>): number {
  return Object.entries(attrs).reduce(
    (sum, [name, value]) => (name === 'id' || typeof value !== 'string' ? sum : sum + value.length),
    0,
  );
}
