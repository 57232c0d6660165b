import { plainText, type RichNode } from '@cam-nang/domain';

import { BLOCK_ATTRIBUTES, isBlockType } from '../document/attribute-rules.js';

/** A block with its place in the tree and what it can be recognised by. */
export interface IndexedBlock {
  readonly node: RichNode;
  /** The block that holds it; null at the top. */
  readonly parent: IndexedBlock | null;
  readonly depth: number;
  /** Place in reading order over the whole document. */
  readonly order: number;
  /** Place among the blocks of its parent. */
  readonly position: number;
  readonly id: string | null;
  /** Type, attributes and words: equal for two blocks that say the same. */
  readonly fingerprint: string;
  readonly words: ReadonlyMap<string, number>;
  readonly wordCount: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** All blocks of a document in reading order. */
export function indexBlocks(document: RichNode): readonly IndexedBlock[] {
  const blocks: IndexedBlock[] = [];
  addBlocks(blocks, document.content ?? [], null);
  return blocks;
}

function addBlocks(
  blocks: IndexedBlock[],
  nodes: readonly RichNode[],
  parent: IndexedBlock | null,
): void {
  nodes
    .filter((node) => isBlockType(node.type))
    .forEach((node, position) => {
      const block = indexBlock(node, parent, blocks.length, position);
      blocks.push(block);
      addBlocks(blocks, node.content ?? [], block);
    });
}

function indexBlock(
  node: RichNode,
  parent: IndexedBlock | null,
  order: number,
  position: number,
): IndexedBlock {
  const id = node.attrs?.['id'];
  const words = countWords(`${titles(node)}\n${plainText(node)}`);
  return {
    node,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    order,
    position,
    id: typeof id === 'string' ? id : null,
    fingerprint: fingerprint(node),
    words,
    wordCount: [...words.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** Type, attributes and words of a block, without its id. */
export function fingerprint(node: RichNode): string {
  const attrs = Object.entries(node.attrs ?? {})
    .filter(([name]) => name !== 'id')
    .map(([name, value]) => `${name}: ${String(value)}`)
    .sort();
  return [node.type, ...attrs, plainText(node)].join('\n');
}

/** What a block says in its own attributes: titles, questions, the name of a document. */
function titles(node: RichNode): string {
  return Object.entries(BLOCK_ATTRIBUTES[node.type] ?? {})
    .filter(([, rule]) => rule.kind === 'text' || rule.kind === 'optional-text')
    .map(([name]) => String(node.attrs?.[name] ?? ''))
    .join('\n');
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Share of words that two blocks have in common, from 0 to 1 (Dice's coefficient on multisets). */
export function similarity(a: IndexedBlock, b: IndexedBlock): number {
  if (a.wordCount === 0 || b.wordCount === 0) return 0;
  const [few, many] = a.words.size < b.words.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, count] of few.words) common += Math.min(count, many.words.get(word) ?? 0);
  return (2 * common) / (a.wordCount + b.wordCount);
}
