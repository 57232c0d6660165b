import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';

import { fromHex, hashText, toHex, toUtf8 } from './bytes.js';
import { DomainError } from './domain-error.js';

describe('bytes', () => {
  it('survive the way through hexadecimal', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...fromHex(toHex(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  it.each(['0', 'zz', 'AB', '0 '])('are not read from %j', (text) => {
    expect(() => fromHex(text)).toThrow(DomainError);
  });

  it('of a text are UTF-8', () => {
    expect(toHex(toUtf8('Đ'))).toBe('c490');
  });

  it('hash to the published digest', () => {
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
    expect(hashText('abc', sha256)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
