import type { RichNode } from '@cam-nang/domain';

import { fingerprint } from './block-index.js';
import type { BlockIdMaker } from './repair-block-ids.js';

/** cyrb53: spreads a text over 53 bits; for telling blocks of one lesson apart, not for security. */
function spread(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** Fifty-three bits in eleven figures and letters. */
export function shortHash(text: string): string {
  return spread(text).toString(36).padStart(11, '0');
}

/**
 * Ids that follow from a seed (the lesson's id) and what each block says, so that loading a file
 * twice gives the same ids. Use one maker for one document.
 */
export function derivedIds(seed: string): BlockIdMaker {
  const asked = new Map<string, number>();
  return (block: RichNode) => {
    const said = fingerprint(block);
    const times = (asked.get(said) ?? 0) + 1;
    asked.set(said, times);
    return shortHash(`${seed}\n${times}\n${said}`);
  };
}
