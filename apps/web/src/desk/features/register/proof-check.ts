import { fromHex, inclusionSides, nodeHash, registerHeadBytes, toHex } from '@cam-nang/domain';
import type { Entry, Seal } from './register-types.js';

/** `unable`: this browser cannot compute it (an address without https, an older program). */
export type Verdict = 'holds' | 'broken' | 'unable';

export type Proof = NonNullable<Entry['proof']>;

/** What the device works out by itself, without believing the server. */
export interface ProofCheck {
  readonly path: Verdict;
  readonly signature: Verdict;
}

/** The part of Web Crypto that is needed; browsers offer it to secure addresses only. */
type Crypto = Pick<SubtleCrypto, 'digest' | 'importKey' | 'verify'>;

/** Follows the proof from the line up, and checks the signature of the seal it ends at. */
export async function checkProof(
  proof: Proof,
  seal: Seal,
  keys: readonly { readonly keyId: string; readonly jwk: Readonly<Record<string, unknown>> }[],
  crypto: Crypto | undefined,
): Promise<ProofCheck> {
  if (crypto === undefined) return { path: 'unable', signature: 'unable' };
  const jwk = keys.find((one) => one.keyId === seal.keyId)?.jwk;
  return {
    path: (await leadsTo(proof, seal, crypto)) ? 'holds' : 'broken',
    signature: jwk === undefined ? 'broken' : await checkSignature(seal, jwk, crypto),
  };
}

/** Whether the hashes of a proof, folded from the line's own, come to the root of the seal. */
async function leadsTo(proof: Proof, seal: Seal, crypto: Crypto): Promise<boolean> {
  const { leafIndex, leafHash, treeSize, path, root } = proof;
  if (treeSize !== seal.size || root !== seal.root || leafIndex >= treeSize) return false;
  const sides = inclusionSides(leafIndex, treeSize);
  if (sides.length !== path.length) return false;
  let seen = leafHash;
  for (const [index, beside] of path.entries()) {
    const [left, right] = sides[index] === 'left' ? [beside, seen] : [seen, beside];
    seen = await hashOfNode(left, right, crypto);
  }
  return seen === root;
}

async function hashOfNode(left: string, right: string, crypto: Crypto): Promise<string> {
  const bytes = nodeHash(fromHex(left), fromHex(right), (input) => input);
  return toHex(new Uint8Array(await crypto.digest('SHA-256', own(bytes))));
}

async function checkSignature(
  seal: Seal,
  jwk: Readonly<Record<string, unknown>>,
  crypto: Crypto,
): Promise<Verdict> {
  try {
    const key = await crypto.importKey('jwk', { ...jwk }, 'Ed25519', false, ['verify']);
    const signature = Uint8Array.from(atob(seal.signature), (letter) => letter.charCodeAt(0));
    const signed = own(registerHeadBytes(seal));
    return (await crypto.verify('Ed25519', key, signature, signed)) ? 'holds' : 'broken';
  } catch {
    // Ed25519 is newer than many browsers; an unreadable key is not a wrong signature either.
    return 'unable';
  }
}

/** The bytes in a buffer of their own, as Web Crypto wants them. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
