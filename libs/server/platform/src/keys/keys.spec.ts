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
    const sealed = keys().seal('numbers', '017090001234', 'person-1');
    expect(keys().open('numbers', sealed, 'person-1')).toBe('017090001234');
    expect(() => keys().open('numbers', sealed, 'person-2')).toThrow();
    const altered = { ...sealed, cipher: Buffer.from(sealed.cipher) };
    altered.cipher[altered.cipher.length - 1] = (altered.cipher.at(-1) ?? 0) ^ 1;
    expect(() => keys().open('numbers', altered, 'person-1')).toThrow();
  });

  it('keeps key files readable by their owner only', () => {
    keys().seal('private', 'x', 'y');
    expect(statSync(join(folder, 'private.key')).mode & 0o777).toBe(0o600);
  });

  it('signs and checks, and notices one changed bit', () => {
    const bytes = Buffer.from('a tree head');
    const { keyId, signature } = keys().sign('register', bytes);
    expect(keys().verify('register', bytes, keyId, signature)).toBe(true);
    expect(keys().verify('register', Buffer.from('a tree heaD'), keyId, signature)).toBe(false);
    expect(keys().verify('register', bytes, 'other', signature)).toBe(false);
  });

  it('finds equal texts by blind index', () => {
    expect(keys().blindIndex('index', 'a').equals(keys().blindIndex('index', 'a'))).toBe(true);
    expect(keys().blindIndex('index', 'a').equals(keys().blindIndex('index', 'b'))).toBe(false);
  });

  it('makes no key in production', () => {
    const production = new Keys({ NODE_ENV: 'production', SECRETS_DIR: folder });
    expect(() => production.seal('absent', 'x', 'y')).toThrow(/KEY_ABSENT/);
  });
});
