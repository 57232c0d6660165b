import type { HashFunction } from '../../shared/bytes.js';
import { DomainError } from '../../shared/domain-error.js';
import { emptyRoot, nodeHash, type TreeHash } from './merkle-hash.js';

/**
 * A perfect subtree: `2^level` leaves from leaf `index × 2^level` on. Level 0 is a leaf. Perfect
 * subtrees never change once they are full, so they can be stored and proofs made from them.
 */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** A perfect subtree with its hash. */
export interface HashedNode extends TreeNode {
  readonly hash: TreeHash;
}

/** Looks a stored perfect subtree up. */
export type NodeLookup = (node: TreeNode) => TreeHash | undefined;

/** Leaves from `start` up to but without `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The size of the perfect subtree of a level. Sizes go beyond 32 bits, so no shifts. */
const sizeOf = (level: number): number => 2 ** level;

/** The greatest power of two below `size` (2 or more): where RFC 6962 splits a tree. */
export function splitPoint(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/**
 * The perfect subtrees that make up a range which begins at a multiple of a power of two not below
 * its length, largest first: the binary digits of its length.
 */
export function perfectNodes({ start, end }: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  let from = start;
  while (from < end) {
    let level = 0;
    while (sizeOf(level + 1) <= end - from) level += 1;
    nodes.push({ level, index: from / sizeOf(level) });
    from += sizeOf(level);
  }
  return nodes;
}

/** Joins perfect subtrees, largest first, into the hash of what they cover. */
function join(hashes: readonly TreeHash[], hash: HashFunction): TreeHash {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot(hash);
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hash), last);
}

function find(lookup: NodeLookup, node: TreeNode): TreeHash {
  const found = lookup(node);
  if (found !== undefined) return found;
  throw new DomainError('server.unexpected', { reason: 'tree_node_missing', ...node });
}

/**
 * The hash over a range of leaves (as proofs need them: see `perfectNodes`).
 *
 * @throws DomainError `server.unexpected` when the lookup lacks a node
 */
export function rangeHash(range: LeafRange, lookup: NodeLookup, hash: HashFunction): TreeHash {
  return join(
    perfectNodes(range).map((node) => find(lookup, node)),
    hash,
  );
}

/** The edge of a growing tree: all that is needed to append and to know the root. */
export interface Frontier {
  readonly size: number;
  /** Perfect subtrees from left to right, largest first: one for every binary digit 1 of the size. */
  readonly nodes: readonly HashedNode[];
}

/** The frontier of the tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, nodes: [] };

/** The root over everything appended so far (RFC 6962, 2.1). */
export function rootOf(frontier: Frontier, hash: HashFunction): TreeHash {
  return join(
    frontier.nodes.map((node) => node.hash),
    hash,
  );
}

/**
 * Appends one leaf by its hash. `completed` are the perfect subtrees that it fills, the leaf first:
 * store them, and proofs need nothing else. Costs two hashes on average.
 */
export function appendLeaf(
  frontier: Frontier,
  leaf: TreeHash,
  hash: HashFunction,
): { readonly frontier: Frontier; readonly completed: readonly HashedNode[] } {
  const nodes = [...frontier.nodes];
  let node: HashedNode = { level: 0, index: frontier.size, hash: leaf };
  const completed = [node];
  for (let left = nodes.at(-1); left?.level === node.level; left = nodes.at(-1)) {
    nodes.pop();
    node = {
      level: node.level + 1,
      index: left.index / 2,
      hash: nodeHash(left.hash, node.hash, hash),
    };
    completed.push(node);
  }
  return { frontier: { size: frontier.size + 1, nodes: [...nodes, node] }, completed };
}

/**
 * The frontier of a tree of `size` leaves from stored subtrees.
 *
 * @throws DomainError `server.unexpected` when the lookup lacks a node
 */
export function frontierFrom(size: number, lookup: NodeLookup): Frontier {
  const nodes = perfectNodes({ start: 0, end: size });
  return { size, nodes: nodes.map((node) => ({ ...node, hash: find(lookup, node) })) };
}

/** The root over leaf hashes, by the definition of RFC 6962 itself; for verification from rows. */
export function rootOfLeaves(leaves: readonly TreeHash[], hash: HashFunction): TreeHash {
  const [first] = leaves;
  if (first === undefined) return emptyRoot(hash);
  if (leaves.length === 1) return first;
  const half = splitPoint(leaves.length);
  return nodeHash(
    rootOfLeaves(leaves.slice(0, half), hash),
    rootOfLeaves(leaves.slice(half), hash),
    hash,
  );
}
