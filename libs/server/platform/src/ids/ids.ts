import { randomFillSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';

const POOL_BYTES = 16 * 256;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * A UUID of version 7 (RFC 9562, 5.7): 48 bits of Unix time in ms, then random bits, so that rows
 * made one after the other lie beside each other in their index.
 */
export function uuidV7(milliseconds: number): string {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 16);
  used += 16;
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The only source of identifiers; specs and the seeder set another. */
@Injectable()
export class Ids {
  /** A new UUID v7. */
  next(): string {
    return uuidV7(Date.now());
  }
}
