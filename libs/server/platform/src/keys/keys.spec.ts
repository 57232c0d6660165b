import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Keys } from './keys.js';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keys = () => new Keys({ NODE_ENV: 'development', SECRETS_DIR: folder });

describe('Keys', () => {
  it('opens what it sealed, also after a restart, and only in its own context', () => {
    const sealed = keys().seal('personal-number', '017090001234', 'person-1');
    expect(keys().open('personal-number', sealed, 'person-1')).toBe('017090001234');
    expect(() => keys().open('personal-number', sealed, 'person-2')).toThrow();
    const altered = { ...sealed, cipher: Buffer.from(sealed.cipher) };
    altered.cipher[altered.cipher.length - 1] = (altered.cipher.at(-1) ?? 0) ^ 1;
    expect(() => keys().open('personal-number', altered, 'person-1')).toThrow();
  });

  it('keeps key files readable by their owner only', () => {
    keys().seal('second-factor', 'x', 'y');
    expect(statSync(join(folder, 'second-factor.key')).mode & 0o777).toBe(0o600);
  });

  it('signs and checks, and notices one changed bit', () => {
    const bytes = Buffer.from('a tree head');
    const { keyId, signature } = keys().sign('register-signing', bytes);
    expect(keys().verify('register-signing', bytes, keyId, signature)).toBe(true);
    expect(keys().verify('register-signing', Buffer.from('a tree heaD'), keyId, signature)).toBe(
      false,
    );
    expect(keys().verify('register-signing', bytes, 'other', signature)).toBe(false);
  });

  it('finds equal texts by blind index', () => {
    expect(
      keys()
        .blindIndex('personal-number-index', 'a')
        .equals(keys().blindIndex('personal-number-index', 'a')),
    ).toBe(true);
    expect(
      keys()
        .blindIndex('personal-number-index', 'a')
        .equals(keys().blindIndex('personal-number-index', 'b')),
    ).toBe(false);
  });

  it('makes no key in production', () => {
    const production = new Keys({ NODE_ENV: 'production', SECRETS_DIR: folder });
    expect(() => production.seal('enrolment-import', 'x', 'y')).toThrow(/KEY_ENROLMENT_IMPORT/);
  });

  it('asks for every key when a production program starts, and for none elsewhere', () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-keys-'));
    const program = (NODE_ENV: 'production' | 'development') =>
      new Keys({ NODE_ENV, SECRETS_DIR: empty });
    expect(() => program('production').onModuleInit()).toThrow(/KEY_PERSONAL_NUMBER/);
    expect(() => program('development').onModuleInit()).not.toThrow();
    rmSync(empty, { recursive: true });
  });
});
