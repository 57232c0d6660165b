import { createHash } from 'node:crypto';

/** SHA-256, the hash function of everything stored. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
