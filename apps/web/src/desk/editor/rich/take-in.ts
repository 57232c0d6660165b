import { Fragment, type Node as DocumentNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/**
 * Brings a document to another text by changing no more than differs, block by block: the cursor, the
 * history and open fields of what stays stay with it.
 */
export function takeIn(tr: Transaction, next: DocumentNode): Transaction {
  const old = childrenOf(tr.doc);
  const wanted = childrenOf(next);
  const pairs = pairsOf(old, wanted);
  let [end, below] = [old.length, wanted.length];
  // From the end, so that places before stay what they are.
  for (const [from, to] of [[-1, -1] as const, ...pairs].reverse()) {
    replaceBlocks(tr, old, [from + 1, end], wanted.slice(to + 1, below));
    const [block, goal] = [old[from], wanted[to]];
    if (block !== undefined && goal !== undefined) changeBlock(tr, startOf(old, from), block, goal);
    [end, below] = [from, to];
  }
  if (tr.doc.eq(next)) return tr;
  return tr.replaceWith(0, tr.doc.content.size, next.content);
}

function childrenOf(node: DocumentNode): readonly DocumentNode[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}

function startOf(blocks: readonly DocumentNode[], index: number): number {
  return blocks.slice(0, index).reduce((sum, block) => sum + block.nodeSize, 0);
}

/** Which old block becomes which wanted one: by id, as far as their order is the same. */
function pairsOf(
  old: readonly DocumentNode[],
  wanted: readonly DocumentNode[],
): readonly (readonly [number, number])[] {
  const places = new Map(old.map((block, index) => [keyOf(block), index]));
  const pairs: [number, number][] = [];
  wanted.forEach((block, to) => {
    const from = places.get(keyOf(block));
    if (from !== undefined && from > (pairs.at(-1)?.[0] ?? -1)) pairs.push([from, to]);
  });
  return pairs;
}

/** Blocks without an id are known by what they are: there is but the empty line at the end. */
function keyOf(block: DocumentNode): string {
  const id: unknown = block.attrs['id'];
  return typeof id === 'string' ? id : ` ${block.type.name}`;
}

function replaceBlocks(
  tr: Transaction,
  old: readonly DocumentNode[],
  [from, to]: readonly [number, number],
  blocks: readonly DocumentNode[],
): void {
  const at = startOf(old, from);
  if (from < to) tr.delete(at, startOf(old, to));
  if (blocks.length > 0) tr.insert(at, Fragment.from(blocks));
}

function changeBlock(tr: Transaction, at: number, block: DocumentNode, goal: DocumentNode): void {
  if (block.eq(goal)) return;
  const [before, after] = [Fragment.from(block), Fragment.from(goal)];
  const start = before.findDiffStart(after);
  const ends = before.findDiffEnd(after);
  if (start === null || ends === null) return;
  // Words that are the same at both ends may overlap where something was repeated.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  const [a, b] = [ends.a + overlap, ends.b + overlap];
  const holder = goal.type.schema.topNodeType.create(null, after);
  tr.replace(at + start, at + a, holder.slice(start, b));
}
