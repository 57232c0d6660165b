import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromHex, toHex, toUtf8 } from '../../shared/bytes.js';
import { emptyRoot, leafHash, nodeHash } from './merkle-hash.js';
import type { TreeHash } from './merkle-hash.js';
import {
  consistencyNodes,
  consistencyProof,
  inclusionNodes,
  inclusionProof,
  inclusionSides,
  verifyConsistency,
  verifyInclusion,
} from './merkle-proof.js';
import { appendLeaf, EMPTY_FRONTIER, frontierFrom, rootOf, rootOfLeaves } from './merkle-tree.js';
import type { Frontier, NodeLookup, TreeNode } from './merkle-tree.js';

const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** The leaves of the reference tests of Certificate Transparency, with the roots of sizes 1 to 8. */
const KNOWN_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const KNOWN_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

class Tree {
  readonly nodes = new Map<string, TreeHash>();
  readonly heads: Frontier[] = [EMPTY_FRONTIER];

  constructor(leaves: readonly TreeHash[]) {
    for (const leaf of leaves) this.append(leaf);
  }

  get lookup(): NodeLookup {
    return ({ level, index }) => this.nodes.get(`${level}/${index}`);
  }

  append(leaf: TreeHash): void {
    const { frontier, completed } = appendLeaf(this.heads.at(-1) ?? EMPTY_FRONTIER, leaf, sha256);
    for (const { level, index, hash } of completed) this.nodes.set(`${level}/${index}`, hash);
    this.heads.push(frontier);
  }

  root(size: number): TreeHash {
    return rootOf(this.heads[size] ?? EMPTY_FRONTIER, sha256);
  }
}

const known = KNOWN_LEAVES.map((text) => leafHash(fromHex(text), sha256));
const many = Array.from({ length: 70 }, (_, index) => leafHash(toUtf8(`leaf ${index}`), sha256));
const tree = new Tree(many);
const size = fc.integer({ min: 1, max: many.length });
const flip = (bytes: TreeHash): TreeHash => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte));

describe('the tree of RFC 6962', () => {
  it('has the known roots', () => {
    expect(toHex(emptyRoot(sha256))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    const appended = new Tree(known);
    KNOWN_ROOTS.forEach((root, index) => {
      expect(toHex(appended.root(index + 1))).toBe(root);
      expect(toHex(rootOfLeaves(known.slice(0, index + 1), sha256))).toBe(root);
    });
  });

  it('has the known proofs', () => {
    const { lookup } = new Tree(known);
    const inclusion = (leaf: number, of: number): string[] =>
      inclusionProof(leaf, of, lookup, sha256).map(toHex);
    expect(inclusion(0, 1)).toEqual([]);
    expect(inclusion(5, 8)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencyProof(6, 8, lookup, sha256).map(toHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('grows to the same root that the definition gives, for every size', () => {
    for (let leaves = 0; leaves <= many.length; leaves++) {
      const expected = toHex(rootOfLeaves(many.slice(0, leaves), sha256));
      expect(toHex(tree.root(leaves))).toBe(expected);
      expect(toHex(rootOf(frontierFrom(leaves, tree.lookup), sha256))).toBe(expected);
    }
  });

  it('tells a leaf from a node', () => {
    const two = known.slice(0, 2);
    const forged = new Uint8Array(64);
    two.forEach((part, index) => forged.set(part, 32 * index));
    expect(toHex(leafHash(forged, sha256))).not.toBe(toHex(rootOfLeaves(two, sha256)));
  });

  it('names a missing node', () => {
    expect(() => frontierFrom(3, () => undefined)).toThrow('server.unexpected');
  });
});

describe('inclusion', () => {
  const place = size.chain((of) => fc.tuple(fc.nat(of - 1), fc.constant(of)));
  const claimOf = (leaf: number, of: number): Parameters<typeof verifyInclusion>[0] => ({
    leafHash: many[leaf] ?? emptyRoot(sha256),
    leaf,
    size: of,
    root: tree.root(of),
  });

  it('is proved for every leaf of every size, from the named nodes alone, and shortly', () => {
    fc.assert(
      fc.property(place, ([leaf, of]) => {
        const wanted = inclusionNodes(leaf, of);
        const found = new Map(
          wanted.map((node) => [`${node.level}/${node.index}`, tree.lookup(node)]),
        );
        const lookup = ({ level, index }: TreeNode): TreeHash | undefined =>
          found.get(`${level}/${index}`);
        const proof = inclusionProof(leaf, of, lookup, sha256);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(of)));
        expect(verifyInclusion(claimOf(leaf, of), proof, sha256)).toBe(true);
      }),
    );
  });

  it('leads to the root when folded by the sides of its hashes', () => {
    fc.assert(
      fc.property(place, ([leaf, of]) => {
        const sides = inclusionSides(leaf, of);
        const proof = inclusionProof(leaf, of, tree.lookup, sha256);
        const folded = proof.reduce(
          (seen, beside, index) =>
            sides[index] === 'left'
              ? nodeHash(beside, seen, sha256)
              : nodeHash(seen, beside, sha256),
          claimOf(leaf, of).leafHash,
        );
        expect(sides).toHaveLength(proof.length);
        expect(toHex(folded)).toBe(toHex(tree.root(of)));
      }),
    );
  });

  it('is refused for another leaf, place, size or root, and for a proof that was touched', () => {
    fc.assert(
      fc.property(place, fc.nat(10), ([leaf, of], at) => {
        const claim = claimOf(leaf, of);
        const proof = inclusionProof(leaf, of, tree.lookup, sha256);
        const refused = (change: Partial<typeof claim>, path = proof): void => {
          expect(verifyInclusion({ ...claim, ...change }, path, sha256)).toBe(false);
        };
        refused({ leafHash: flip(claim.leafHash) });
        refused({ root: flip(claim.root) });
        refused({ leaf: of });
        refused({ leaf: -1 });
        if (of > 1) refused({ leaf: leaf === 0 ? 1 : leaf - 1 });
        refused({}, [...proof, claim.root]);
        if (proof.length === 0) return;
        refused({}, proof.slice(1));
        refused(
          {},
          proof.map((hash, index) => (index === at % proof.length ? flip(hash) : hash)),
        );
      }),
    );
  });

  it('is not asked for a leaf that is not there', () => {
    expect(() => inclusionProof(3, 3, tree.lookup, sha256)).toThrow('request.invalid');
    expect(() => inclusionNodes(-1, 3)).toThrow('request.invalid');
  });
});

describe('consistency', () => {
  const pair = size.chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
  const headsOf = (oldSize: number, of: number): Parameters<typeof verifyConsistency>[0] => ({
    oldSize,
    oldRoot: tree.root(oldSize),
    size: of,
    root: tree.root(of),
  });

  it('is proved between every two sizes', () => {
    for (let of = 1; of <= 40; of++) {
      for (let oldSize = 0; oldSize <= of; oldSize++) {
        const proof = consistencyProof(oldSize, of, tree.lookup, sha256);
        expect(verifyConsistency(headsOf(oldSize, of), proof, sha256)).toBe(true);
        expect(consistencyNodes(oldSize, of).length).toBeGreaterThanOrEqual(proof.length);
      }
    }
  });

  it('is refused when a leaf of the past was changed, removed or put in', () => {
    fc.assert(
      fc.property(
        pair,
        fc.nat(69),
        fc.constantFrom('change', 'remove', 'insert'),
        (sizes, at, how) => {
          const [oldSize, of] = sizes;
          fc.pre(oldSize > 0 && at < oldSize && oldSize < of);
          const leaves = many.slice(0, of);
          const touched = {
            change: [
              ...leaves.slice(0, at),
              flip(leaves[at] ?? emptyRoot(sha256)),
              ...leaves.slice(at + 1),
            ],
            remove: [...leaves.slice(0, at), ...leaves.slice(at + 1)],
            insert: [...leaves.slice(0, at), emptyRoot(sha256), ...leaves.slice(at)],
          }[how as 'change' | 'remove' | 'insert'];
          const rebuilt = new Tree(touched);
          const newSize = touched.length;
          const proof = consistencyProof(
            Math.min(oldSize, newSize),
            newSize,
            rebuilt.lookup,
            sha256,
          );
          const heads = { ...headsOf(oldSize, of), size: newSize, root: rebuilt.root(newSize) };
          expect(verifyConsistency(heads, proof, sha256)).toBe(false);
        },
      ),
    );
  });

  it('is refused for a deleted tail, swapped heads and a proof that was touched', () => {
    const proof = consistencyProof(6, 11, tree.lookup, sha256);
    const heads = headsOf(6, 11);
    expect(verifyConsistency({ ...heads, oldSize: 11, size: 6 }, proof, sha256)).toBe(false);
    expect(verifyConsistency({ ...heads, root: tree.root(10) }, proof, sha256)).toBe(false);
    expect(verifyConsistency(heads, proof.slice(1), sha256)).toBe(false);
    expect(verifyConsistency(heads, [...proof, heads.root], sha256)).toBe(false);
    expect(verifyConsistency(heads, [], sha256)).toBe(false);
    expect(verifyConsistency({ ...headsOf(0, 5), oldRoot: heads.root }, [], sha256)).toBe(false);
    expect(verifyConsistency({ ...headsOf(5, 5), oldRoot: heads.root }, [], sha256)).toBe(false);
    expect(() => consistencyProof(6, 5, tree.lookup, sha256)).toThrow('request.invalid');
  });
});
