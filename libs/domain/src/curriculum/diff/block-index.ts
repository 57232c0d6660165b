import { canonicalJson } from '../canon/canonical-json.js';
import { blockId, isInline, plainText, type RichNode } from '../rich-node.js';
import { wordsOf } from './tokens.js';

/** What a block holds: a line of text, other blocks, or nothing. */
export type BlockShape = 'line' | 'container' | 'empty';

/** A block of a document with its place. */
export interface Block {
  readonly node: RichNode;
  readonly id: string | null;
  readonly shape: BlockShape;
  readonly path: readonly number[];
  readonly parent: Block | null;
  readonly children: readonly Block[];
  /** Equal for blocks of the same type with the same words inside. */
  readonly likeness: string;
  /** Its words with how often each occurs. */
  readonly words: ReadonlyMap<string, number>;
  readonly wordCount: number;
}

/** All blocks of a document in reading order, the root first. */
export function indexBlocks(doc: RichNode): readonly Block[] {
  const found: Block[] = [];
  const visit = (node: RichNode, path: readonly number[], parent: Block | null): Block => {
    const inline = (node.content ?? []).some(isInline);
    const children: Block[] = [];
    const block = new IndexedBlock(node, { path, parent, children });
    found.push(block);
    const blocks = inline ? [] : (node.content ?? []);
    blocks.forEach((child, index) => children.push(visit(child, [...path, index], block)));
    return block;
  };
  visit(doc, [], null);
  return found;
}

/** Whether two blocks can be one block that changed. */
export function compatible(a: Block, b: Block): boolean {
  return a.shape === b.shape || a.shape === 'empty' || b.shape === 'empty';
}

/** How alike the words of two blocks are: 0 for none in common, 1 for all (Dice's coefficient). */
export function similarity(a: Block, b: Block): number {
  const total = a.wordCount + b.wordCount;
  if (total === 0) return 0;
  const [fewer, more] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  let common = 0;
  for (const [word, count] of fewer) common += Math.min(count, more.get(word) ?? 0);
  return (2 * common) / total;
}

/** A block whose words are counted when they are asked for: most blocks are found again by their id. */
class IndexedBlock implements Block {
  readonly id: string | null;
  readonly shape: BlockShape;
  readonly path: readonly number[];
  readonly parent: Block | null;
  readonly children: readonly Block[];
  #likeness: string | undefined;
  #counted: Pick<Block, 'words' | 'wordCount'> | undefined;

  constructor(
    readonly node: RichNode,
    place: Pick<Block, 'path' | 'parent' | 'children'>,
  ) {
    this.id = blockId(node);
    this.shape = shapeOf(node);
    this.path = place.path;
    this.parent = place.parent;
    this.children = place.children;
  }

  get likeness(): string {
    return (this.#likeness ??= likenessOf(this.node, this.shape));
  }

  get words(): ReadonlyMap<string, number> {
    return this.#count().words;
  }

  get wordCount(): number {
    return this.#count().wordCount;
  }

  #count() {
    return (this.#counted ??= countedWords(plainText(this.node)));
  }
}

function shapeOf({ content = [] }: RichNode): BlockShape {
  if (content.length === 0) return 'empty';
  return content.some(isInline) ? 'line' : 'container';
}

function likenessOf(node: RichNode, shape: BlockShape): string {
  const text = plainText(node);
  const { id: _id, ...attrs } = node.attrs ?? {};
  const told = text === '' ? canonicalJson(attrs) : text;
  return `${node.type} ${shape} ${told}`;
}

function countedWords(text: string): Pick<Block, 'words' | 'wordCount'> {
  const list = wordsOf(text);
  const words = new Map<string, number>();
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, wordCount: list.length };
}
