import type { IndexedBlock } from './block-index.js';

/**
 * Which block of a document is which block of its base. Every base block is taken once at most, so
 * ids that come from the base are unique.
 */
export class Matching {
  private readonly baseOf = new Map<IndexedBlock, IndexedBlock>();
  private readonly taken = new Set<IndexedBlock>();

  constructor(
    readonly blocks: readonly IndexedBlock[],
    readonly base: readonly IndexedBlock[],
  ) {}

  match(block: IndexedBlock, base: IndexedBlock): void {
    this.baseOf.set(block, base);
    this.taken.add(base);
  }

  baseFor(block: IndexedBlock): IndexedBlock | undefined {
    return this.baseOf.get(block);
  }

  isMatched(block: IndexedBlock): boolean {
    return this.baseOf.has(block);
  }

  isTaken(base: IndexedBlock): boolean {
    return this.taken.has(base);
  }

  /** Whether the blocks that hold the two are known to be the same, or both stand at the top. */
  haveSameParent(block: IndexedBlock, base: IndexedBlock): boolean {
    if (block.parent === null) return base.parent === null;
    return this.baseOf.get(block.parent) === base.parent && base.parent !== null;
  }
}

const CELLS: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);

/** Whether a block is a cell or stands in one: it goes where its row goes and nowhere else. */
export function isTied(block: IndexedBlock): boolean {
  return CELLS.has(block.node.type) || (block.parent !== null && isTied(block.parent));
}

/** Whether two blocks are of one kind; a head cell may become a cell. */
export function isSameKind(a: IndexedBlock, b: IndexedBlock): boolean {
  return a.node.type === b.node.type || (CELLS.has(a.node.type) && CELLS.has(b.node.type));
}

/** Lists by a key, in order. */
export function groupBy<T, K>(list: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
