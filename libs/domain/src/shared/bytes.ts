import { DomainError } from './domain-error.js';

/**
 * A cryptographic hash, passed in so that the rules run unchanged on the server and in the browser.
 * Everything stored is SHA-256: 32 bytes.
 */
export type HashFunction = (bytes: Uint8Array) => Uint8Array;

const HEX = /^(?:[0-9a-f]{2})*$/;

const encoder = new TextEncoder();

/** Lower-case hexadecimal text of bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/**
 * Bytes of a lower-case hexadecimal text.
 *
 * @throws DomainError `request.invalid` when the text has another character or an odd length
 */
export function fromHex(text: string): Uint8Array {
  if (!HEX.test(text)) throw new DomainError('request.invalid', { reason: 'not_hexadecimal' });
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16);
  }
  return bytes;
}

/** UTF-8 bytes of a text; a lone surrogate becomes the replacement character. */
export function toUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Hash of a text's UTF-8 bytes, as lower-case hexadecimal. */
export function hashText(text: string, hash: HashFunction): string {
  return toHex(hash(toUtf8(text)));
}
