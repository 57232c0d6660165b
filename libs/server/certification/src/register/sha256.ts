import { createHash } from 'node:crypto';
import type { HashFunction } from '@cam-nang/domain';

/** SHA-256 as the rules of libs/domain want it. */
export const sha256: HashFunction = (bytes) => createHash('sha256').update(bytes).digest();
