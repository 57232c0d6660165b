import { describe, expect, it } from '@jest/globals';
import { FakeIds } from './fake-ids.js';
import { Ids, uuidV7 } from './ids.js';

describe('uuidV7', () => {
  it('carries the time in its first 48 bits, and version and variant', () => {
    const id = uuidV7(0x0123456789ab);
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('never repeats, across refills of its random bytes', () => {
    const ids = new Ids();
    const made = new Set(Array.from({ length: 5_000 }, () => ids.next()));
    expect(made.size).toBe(5_000);
  });
});

describe('FakeIds', () => {
  it('counts within a series', () => {
    const ids = new FakeIds(2);
    expect([ids.next(), ids.next()]).toEqual([
      '00000002-0000-7000-8000-000000000001',
      '00000002-0000-7000-8000-000000000002',
    ]);
  });
});
