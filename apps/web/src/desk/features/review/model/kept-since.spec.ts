import { describe, expect, it } from '@jest/globals';
import { keptSince } from './kept-since.js';

const old = { overlayHash: 'old' };
const now = { overlayHash: 'now' };

describe('the changes since a verdict, while they are read', () => {
  it('begin with the request as it stands, not with what was read on an earlier visit', () => {
    expect(keptSince(undefined, undefined, 'now')).toEqual({ shown: undefined, newer: false });
    expect(keptSince(undefined, old, 'now')).toEqual({ shown: undefined, newer: false });
    expect(keptSince(undefined, now, 'now')).toEqual({ shown: now, newer: false });
  });

  it('stay under the eyes of the reader when the request goes on, and say so', () => {
    expect(keptSince(old, old, 'now')).toEqual({ shown: old, newer: true });
    expect(keptSince(old, now, 'now').shown).toBe(old);
    expect(keptSince(old, now, 'now').newer).toBe(true);
  });

  it('are no news where the same was only read again', () => {
    const again = { overlayHash: 'now' };
    expect(keptSince(now, again, 'now')).toEqual({ shown: now, newer: false });
  });
});
