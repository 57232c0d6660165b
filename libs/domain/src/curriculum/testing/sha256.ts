import { createHash } from 'node:crypto';

/** The hash function of the specs. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
