import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  displayVerificationCode,
  makeVerificationCode,
  normaliseVerificationCode,
} from './verification-code.js';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('verification codes', () => {
  it('are known for known bytes', () => {
    expect(makeVerificationCode(new Uint8Array(8))).toBe('000000000000');
    expect(makeVerificationCode(new Uint8Array(8).fill(255))).toBe('ZZZZZZZZZZZZ');
    // 00001 00010 00011 … 01100 and four bits that are not used
    const counted = Uint8Array.from([0x08, 0x86, 0x42, 0x98, 0xe8, 0x4a, 0x96, 0xcf]);
    expect(makeVerificationCode(counted)).toBe('123456789ABC');
  });

  it('carry 60 of the 64 bits', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const used = (list: Uint8Array): string =>
          [...list].map((byte, index) => (index === 7 ? byte >> 4 : byte)).join();
        expect(makeVerificationCode(one) === makeVerificationCode(other)).toBe(
          used(one) === used(other),
        );
      }),
    );
  });

  it('are found again however they are typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = makeVerificationCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        const shown = displayVerificationCode(code);
        expect(shown).toMatch(/^.{4}-.{4}-.{4}$/);
        const typed = ` ${shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
        for (const text of [code, shown, typed, typed.replaceAll('l', 'I').replaceAll('-', '–')]) {
          expect(normaliseVerificationCode(text)).toBe(code);
        }
      }),
    );
  });

  it.each([
    '',
    '12345',
    '123456789ABCD',
    '123456789ABU',
    '123456789AB_',
    '１２３４５６７８９ＡＢＣ',
  ])('"%s" is none', (typed) => {
    expect(normaliseVerificationCode(typed)).toBeNull();
  });

  it('need exactly eight bytes', () => {
    expect(() => makeVerificationCode(new Uint8Array(7))).toThrow('request.invalid');
  });
});
