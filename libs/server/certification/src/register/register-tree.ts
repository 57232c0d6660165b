import {
  appendLeaf,
  consistencyNodes,
  consistencyProof,
  frontierFrom,
  inclusionNodes,
  inclusionProof,
  perfectNodes,
  rootOf,
  toHex,
  verifyConsistency,
  type Frontier,
  type HashedNode,
  type NodeLookup,
  type TreeHash,
  type TreeNode,
} from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { TreeRepository, type NewLeaf } from '../persistence/tree.repository.js';
import { sha256 } from './sha256.js';

/** The tree as stored does not continue what was signed before. Nothing is appended to it. */
export class BrokenRegister extends Error {
  override readonly name = 'BrokenRegister';
}

const keyOf = ({ level, index }: TreeNode): string => `${String(level)}/${String(index)}`;

/** The register's tree: appending, proofs. The caller holds transaction and lock. */
@Injectable()
export class RegisterTree {
  constructor(private readonly tree: TreeRepository) {}

  /** Appends leaves in the order given; returns size and root of the tree with them. */
  async append(
    leaves: readonly NewLeaf[],
    at: Date,
  ): Promise<{ readonly size: number; readonly root: string }> {
    const from = await this.tree.size();
    let frontier = await this.frontier(from);
    const filled: HashedNode[] = [];
    for (const leaf of leaves) {
      const step = appendLeaf(frontier, leaf.leafHash, sha256);
      frontier = step.frontier;
      filled.push(...step.completed.filter((node) => node.level > 0));
    }
    await this.tree.append(from, leaves, filled, at);
    return { size: frontier.size, root: toHex(rootOf(frontier, sha256)) };
  }

  /** Throws `BrokenRegister` unless the tree of this size and root only appends to the older head. */
  async demandConsistency(
    older: { readonly size: number; readonly root: string },
    newer: { readonly size: number; readonly root: string },
  ): Promise<void> {
    const sizes = `${String(newer.size)} leaves do not continue the signed head of ${String(older.size)}`;
    if (older.size > newer.size) throw new BrokenRegister(sizes);
    const lookup = await this.lookup(consistencyNodes(older.size, newer.size));
    const proof = consistencyProof(older.size, newer.size, lookup, sha256);
    const heads = {
      oldSize: older.size,
      oldRoot: Buffer.from(older.root, 'hex'),
      size: newer.size,
      root: Buffer.from(newer.root, 'hex'),
    };
    if (!verifyConsistency(heads, proof, sha256)) throw new BrokenRegister(sizes);
  }

  /** The hashes beside a leaf's path in the tree of the first `size` leaves, from the leaf up. */
  async inclusion(leaf: number, size: number): Promise<readonly TreeHash[]> {
    const lookup = await this.lookup(inclusionNodes(leaf, size));
    return inclusionProof(leaf, size, lookup, sha256);
  }

  private async frontier(size: number): Promise<Frontier> {
    return frontierFrom(size, await this.lookup(perfectNodes({ start: 0, end: size })));
  }

  private async lookup(wanted: readonly TreeNode[]): Promise<NodeLookup> {
    const rows = await this.tree.nodes(wanted);
    const known = new Map(rows.map((row) => [keyOf(row), row.hash]));
    return (node) => known.get(keyOf(node));
  }
}
