import type { HashFunction } from '../../shared/bytes.js';
import { DomainError } from '../../shared/domain-error.js';
import { nodeHash, sameHash, type TreeHash } from './merkle-hash.js';
import {
  perfectNodes,
  rangeHash,
  splitPoint,
  type LeafRange,
  type NodeLookup,
  type TreeNode,
} from './merkle-tree.js';

function inclusionRanges(leaf: number, { start, end }: LeafRange): readonly LeafRange[] {
  const size = end - start;
  if (size === 1) return [];
  const middle = start + splitPoint(size);
  return leaf < middle
    ? [...inclusionRanges(leaf, { start, end: middle }), { start: middle, end }]
    : [...inclusionRanges(leaf, { start: middle, end }), { start, end: middle }];
}

/** On which side of the path a hash of a proof stands. */
export type ProofSide = 'left' | 'right';

function consistencyRanges(
  oldSize: number,
  { start, end }: LeafRange,
  whole: boolean,
): readonly LeafRange[] {
  if (oldSize === end) return whole ? [] : [{ start, end }];
  const middle = start + splitPoint(end - start);
  return oldSize <= middle
    ? [...consistencyRanges(oldSize, { start, end: middle }, whole), { start: middle, end }]
    : [...consistencyRanges(oldSize, { start: middle, end }, false), { start, end: middle }];
}

function checkedInclusion(leaf: number, size: number): readonly LeafRange[] {
  const valid = Number.isSafeInteger(leaf) && leaf >= 0 && leaf < size;
  if (!valid) throw new DomainError('request.invalid', { reason: 'leaf_not_in_tree', leaf, size });
  return inclusionRanges(leaf, { start: 0, end: size });
}

function checkedConsistency(oldSize: number, size: number): readonly LeafRange[] {
  const valid = Number.isSafeInteger(oldSize) && oldSize >= 0 && oldSize <= size;
  if (!valid) throw new DomainError('request.invalid', { reason: 'tree_shrinks', oldSize, size });
  return oldSize === 0 ? [] : consistencyRanges(oldSize, { start: 0, end: size }, true);
}

/**
 * The stored subtrees that an inclusion proof needs, so that they can be read in one query.
 *
 * @throws DomainError `request.invalid` when the leaf (from 0) is not in a tree of this size
 */
export function inclusionNodes(leaf: number, size: number): readonly TreeNode[] {
  return checkedInclusion(leaf, size).flatMap(perfectNodes);
}

/**
 * The proof that a leaf is in the tree of the first `size` leaves (RFC 6962, 2.1.1): the hashes
 * beside its path, from the leaf up.
 *
 * @throws DomainError as `inclusionNodes`, and `server.unexpected` when the lookup lacks a node
 */
export function inclusionProof(
  leaf: number,
  size: number,
  lookup: NodeLookup,
  hash: HashFunction,
): readonly TreeHash[] {
  return checkedInclusion(leaf, size).map((range) => rangeHash(range, lookup, hash));
}

/**
 * On which side of the path each hash of an inclusion proof stands, from the leaf up: who folds the
 * hashes in this order comes to the root. For programs whose hash function is asynchronous.
 *
 * @throws DomainError as `inclusionNodes`
 */
export function inclusionSides(leaf: number, size: number): readonly ProofSide[] {
  return checkedInclusion(leaf, size).map(({ end }) => (end <= leaf ? 'left' : 'right'));
}

/**
 * The stored subtrees that a consistency proof needs.
 *
 * @throws DomainError `request.invalid` when `oldSize` is above `size`
 */
export function consistencyNodes(oldSize: number, size: number): readonly TreeNode[] {
  return checkedConsistency(oldSize, size).flatMap(perfectNodes);
}

/**
 * The proof that the tree of the first `size` leaves only appends to that of the first `oldSize`
 * (RFC 6962, 2.1.2). Empty from nothing and between equal sizes.
 *
 * @throws DomainError as `consistencyNodes`, and `server.unexpected` when the lookup lacks a node
 */
export function consistencyProof(
  oldSize: number,
  size: number,
  lookup: NodeLookup,
  hash: HashFunction,
): readonly TreeHash[] {
  return checkedConsistency(oldSize, size).map((range) => rangeHash(range, lookup, hash));
}

const isOdd = (value: number): boolean => value % 2 === 1;
const halve = (value: number): number => Math.floor(value / 2);

/** Follows a path up while it is a right border: both numbers halved until the first is odd or 0. */
function climb(node: number, last: number): readonly [number, number] {
  let [at, edge] = [node, last];
  while (!isOdd(at) && at !== 0) [at, edge] = [halve(at), halve(edge)];
  return [at, edge];
}

/**
 * Whether the proof shows that a leaf with this hash is number `leaf` (from 0) of the tree of `size`
 * leaves with this root (RFC 9162, 2.1.3.2). False for anything that does not, never an exception.
 */
export function verifyInclusion(
  claim: {
    readonly leafHash: TreeHash;
    readonly leaf: number;
    readonly size: number;
    readonly root: TreeHash;
  },
  proof: readonly TreeHash[],
  hash: HashFunction,
): boolean {
  if (!Number.isSafeInteger(claim.leaf) || claim.leaf < 0 || claim.leaf >= claim.size) return false;
  let [at, last] = [claim.leaf, claim.size - 1];
  let seen = claim.leafHash;
  for (const beside of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      seen = nodeHash(beside, seen, hash);
      [at, last] = climb(at, last);
    } else {
      seen = nodeHash(seen, beside, hash);
    }
    [at, last] = [halve(at), halve(last)];
  }
  return last === 0 && sameHash(seen, claim.root);
}

/** Two published heads of one tree, the older first. */
export interface TreeHeads {
  readonly oldSize: number;
  readonly oldRoot: TreeHash;
  readonly size: number;
  readonly root: TreeHash;
}

function withoutProof(heads: TreeHeads, emptyRootHash: TreeHash): boolean {
  if (heads.oldSize === 0) return sameHash(heads.oldRoot, emptyRootHash);
  return heads.oldSize === heads.size && sameHash(heads.oldRoot, heads.root);
}

/** Walks a proof from its first hash and gives back both roots that it leads to, or null. */
function walk(
  oldSize: number,
  size: number,
  path: readonly TreeHash[],
  hash: HashFunction,
): { readonly oldRoot: TreeHash; readonly root: TreeHash } | null {
  let [at, last] = [oldSize - 1, size - 1];
  while (isOdd(at)) [at, last] = [halve(at), halve(last)];
  const [first, ...rest] = path;
  if (first === undefined) return null;
  let [oldRoot, root] = [first, first];
  for (const beside of rest) {
    if (last === 0) return null;
    if (isOdd(at) || at === last) {
      oldRoot = nodeHash(beside, oldRoot, hash);
      root = nodeHash(beside, root, hash);
      [at, last] = climb(at, last);
    } else {
      root = nodeHash(root, beside, hash);
    }
    [at, last] = [halve(at), halve(last)];
  }
  return last === 0 ? { oldRoot, root } : null;
}

const isPowerOfTwo = (value: number): boolean =>
  value > 0 && 2 ** Math.round(Math.log2(value)) === value;

function areSizes(oldSize: number, size: number): boolean {
  return [oldSize, size].every(Number.isSafeInteger) && oldSize >= 0 && oldSize <= size;
}

/**
 * Whether the proof shows that the newer head only appends to the older one (RFC 9162, 2.1.4.2).
 * False for anything that does not, never an exception.
 */
export function verifyConsistency(
  heads: TreeHeads,
  proof: readonly TreeHash[],
  hash: HashFunction,
): boolean {
  const { oldSize, size, oldRoot, root } = heads;
  if (!areSizes(oldSize, size)) return false;
  if (oldSize === 0 || oldSize === size) {
    return proof.length === 0 && withoutProof(heads, hash(new Uint8Array(0)));
  }
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  const walked = walk(oldSize, size, path, hash);
  return walked !== null && sameHash(walked.oldRoot, oldRoot) && sameHash(walked.root, root);
}
