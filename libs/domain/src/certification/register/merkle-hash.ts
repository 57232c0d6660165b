import type { HashFunction } from '../../shared/bytes.js';

/** A hash of the tree: 32 bytes of SHA-256. */
export type TreeHash = Uint8Array;

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

/** The hash of the tree without leaves: the hash of nothing (RFC 6962, 2.1). */
export function emptyRoot(hash: HashFunction): TreeHash {
  return hash(new Uint8Array(0));
}

/** The hash of a leaf: its bytes behind 0x00, so that no leaf can pass for a node (RFC 6962, 2.1). */
export function leafHash(leaf: Uint8Array, hash: HashFunction): TreeHash {
  const bytes = new Uint8Array(leaf.length + 1);
  bytes[0] = LEAF_PREFIX;
  bytes.set(leaf, 1);
  return hash(bytes);
}

/** The hash of a node: both children behind 0x01 (RFC 6962, 2.1). */
export function nodeHash(left: TreeHash, right: TreeHash, hash: HashFunction): TreeHash {
  const bytes = new Uint8Array(left.length + right.length + 1);
  bytes[0] = NODE_PREFIX;
  bytes.set(left, 1);
  bytes.set(right, left.length + 1);
  return hash(bytes);
}

/** Whether two hashes are the same bytes. */
export function sameHash(one: TreeHash, other: TreeHash): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
