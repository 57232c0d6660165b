import { DomainError } from '../shared/domain-error.js';

/** Crockford's base 32: no I, L, O and U, so that nothing is misread and no word appears. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a code: 60 bits. */
export const VERIFICATION_CODE_LENGTH = 12;

/** Random bytes that a code is made from; the last four bits are not used. */
export const VERIFICATION_CODE_BYTES = 8;

/**
 * The code of a certificate, 12 characters, from 8 bytes of a cryptographic source. It is the only
 * key to the public page of the certificate, so it must not be guessable.
 *
 * @throws DomainError `request.invalid` for another number of bytes
 */
export function makeVerificationCode(random: Uint8Array): string {
  if (random.length !== VERIFICATION_CODE_BYTES) {
    throw new DomainError('request.invalid', { reason: 'eight_random_bytes_needed' });
  }
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  const characters = Array.from({ length: VERIFICATION_CODE_LENGTH }, (_, index) => {
    const shift = BigInt(64 - 5 * (index + 1));
    return ALPHABET.charAt(Number((bits >> shift) & 31n));
  });
  return characters.join('');
}

/**
 * The code that was meant by what someone typed: small letters, spaces and hyphens are forgiven,
 * O is read as 0, I and L as 1. Null when it cannot be a code.
 */
export function normaliseVerificationCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  const valid =
    code.length === VERIFICATION_CODE_LENGTH &&
    [...code].every((character) => ALPHABET.includes(character));
  return valid ? code : null;
}

/** The code as printed and shown: `7F3K-9QZ2-M4XA`. */
export function displayVerificationCode(code: string): string {
  return code.replace(/(.{4})(?=.)/gu, '$1-');
}
