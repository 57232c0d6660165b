import { beforeAll, describe, expect, it } from '@jest/globals';
import { leafHash, nodeHash, registerHeadBytes, toHex, toUtf8 } from '@cam-nang/domain';
import { checkProof, type Proof } from './proof-check.js';
import type { Seal } from './register-types.js';

type Keys = Parameters<typeof checkProof>[2];

const crypto = globalThis.crypto.subtle;
let keys: Keys;
let proof: Proof;
let seal: Seal;

/** The hash of what a pure function of the tree would have hashed. */
async function hashOf(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.digest('SHA-256', Uint8Array.from(bytes)));
}

const leafOf = (text: string) => hashOf(leafHash(toUtf8(text), (bytes) => bytes));
const nodeOf = (left: Uint8Array, right: Uint8Array) =>
  hashOf(nodeHash(left, right, (bytes) => bytes));

/** A tree of four leaves; the proof is that of the third. */
beforeAll(async () => {
  const [a, b, c, d] = [await leafOf('a'), await leafOf('b'), await leafOf('c'), await leafOf('d')];
  const [ab, cd] = [await nodeOf(a, b), await nodeOf(c, d)];
  const root = toHex(await nodeOf(ab, cd));
  proof = { leafIndex: 2, leafHash: toHex(c), treeSize: 4, path: [toHex(d), toHex(ab)], root };
  const head = { size: 4, root, signedAt: '2026-07-08T03:03:00.000Z' };
  const pair = await crypto.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('publicKey' in pair)) throw new Error('no pair of keys');
  const signed = Uint8Array.from(registerHeadBytes(head));
  const signature = new Uint8Array(await crypto.sign('Ed25519', pair.privateKey, signed));
  seal = {
    ...{ ...head, keyId: 'k1', publishedAs: 'heads.jsonl' },
    signature: btoa(String.fromCharCode(...signature)),
  };
  keys = [{ keyId: 'k1', jwk: { ...(await crypto.exportKey('jwk', pair.publicKey)) } }];
});

const flip = (hash: string) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1);

describe('a proof checked on the device', () => {
  it('holds when it leads to the signed root', async () => {
    const verdict = await checkProof(proof, seal, keys, crypto);
    expect(verdict).toEqual({ path: 'holds', signature: 'holds' });
  });

  it('is broken by another line, another neighbour, a missing step or another root', async () => {
    const touched: Partial<Proof>[] = [
      { leafHash: flip(proof.leafHash) },
      { path: proof.path.map(flip) },
      { path: proof.path.slice(1) },
      { leafIndex: 3 },
      { root: flip(proof.root) },
      { treeSize: 3 },
    ];
    for (const change of touched) {
      const { path } = await checkProof({ ...proof, ...change }, seal, keys, crypto);
      expect([change, path]).toEqual([change, 'broken']);
    }
  });

  it('does not take a signature for another head, nor a key that nobody published', async () => {
    const later = { ...seal, signedAt: '2026-07-09T03:03:00.000Z' };
    expect((await checkProof(proof, later, keys, crypto)).signature).toBe('broken');
    expect((await checkProof(proof, seal, [], crypto)).signature).toBe('broken');
  });

  it('says so where the browser cannot compute', async () => {
    const verdict = await checkProof(proof, seal, keys, undefined);
    expect(verdict).toEqual({ path: 'unable', signature: 'unable' });
    const old = {
      ...crypto,
      digest: crypto.digest.bind(crypto),
      verify: crypto.verify.bind(crypto),
    };
    const refusing = { ...old, importKey: () => Promise.reject(new Error('NotSupported')) };
    const { path, signature } = await checkProof(proof, seal, keys, refusing as typeof crypto);
    expect({ path, signature }).toEqual({ path: 'holds', signature: 'unable' });
  });
});
