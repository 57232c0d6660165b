import { DomainError } from '../../shared/domain-error.js';
import { blockId, isInline, type RichAttributes, type RichNode } from '../rich-node.js';
import { mergeSide, type MergeItem, type MergeSide } from './merge-side.js';

/** What a block says by itself, without the blocks inside it. */
export interface BlockContent {
  readonly type: string;
  readonly attrs: RichAttributes;
  readonly line: readonly RichNode[];
  /** The whole block where it is merged as one: tables and images, and what is asked to be. */
  readonly whole: RichNode | null;
}

/** Blocks that are one thing: half a table of one side and half of the other is no table. */
const ATOMS: ReadonlySet<string> = new Set(['table', 'image', 'formula', 'embed']);

/**
 * A document as a tree of blocks by their ids. `atoms` are blocks to be taken as one beside those that
 * always are.
 *
 * @throws DomainError `curriculum.document_invalid` for a block without an id or with that of another
 */
export function documentSide(
  document: RichNode,
  atoms: ReadonlySet<string> = new Set(),
): MergeSide<BlockContent> {
  const items: MergeItem<BlockContent>[] = [];
  const seen = new Set<string>();
  const walk = (node: RichNode, parentId: string | null): void => {
    const id = blockId(node);
    if (id === null || seen.has(id)) {
      throw new DomainError('curriculum.document_invalid', { reason: 'block_id', id });
    }
    seen.add(id);
    const isAtom = ATOMS.has(node.type) || atoms.has(id);
    items.push({ id, parentId, content: contentOf(node, isAtom) });
    if (!isAtom) for (const child of blocksIn(node)) walk(child, id);
  };
  for (const block of document.content ?? []) walk(block, null);
  return mergeSide(items);
}

function contentOf(node: RichNode, isAtom: boolean): BlockContent {
  const { id: _id, ...attrs } = node.attrs ?? {};
  const line = isAtom ? [] : (node.content ?? []).filter(isInline);
  return { type: node.type, attrs, line, whole: isAtom ? node : null };
}

function blocksIn(node: RichNode): readonly RichNode[] {
  return (node.content ?? []).filter((child) => !isInline(child));
}

/** A block made of its content and the blocks inside it. */
export function blockOf(
  id: string,
  { type, attrs, line, whole }: BlockContent,
  children: readonly RichNode[],
): RichNode {
  if (whole !== null) return whole;
  const content = [...line, ...children];
  return { type, attrs: { ...attrs, id }, ...(content.length > 0 && { content }) };
}

/** A block of a side with everything in it; nothing when the side does not have it. */
export function blockIn(side: MergeSide<BlockContent>, id: string): readonly RichNode[] {
  const item = side.items.get(id);
  if (item === undefined) return [];
  const children = (side.children.get(id) ?? []).flatMap((child) => blockIn(side, child));
  return [blockOf(id, item.content, children)];
}
