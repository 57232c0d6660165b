import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { KEY_NAMES, type KeyName } from './key-names.js';
import { keysFromFile, keyVariable, parseKeys, type StoredKey } from './key-files.js';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** DER head of a PKCS #8 Ed25519 private key (RFC 8410); the 32 bytes of the seed follow. */
const ED25519_PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A text under lock: which key made it, and nonce, tag and cipher in one run of bytes. */
export interface Sealed {
  readonly keyId: string;
  readonly cipher: Buffer;
}

/** A public key anyone may check signatures with. */
export interface PublicKey {
  readonly keyId: string;
  readonly jwk: Readonly<Record<string, unknown>>;
}

/**
 * The installation's secrets, outside the database and its backups: files 0600 made at first start,
 * or `KEY_<NAME>` of the environment. Production never makes keys; it refuses to go on without them.
 */
@Injectable()
export class Keys implements OnModuleInit {
  private readonly rings = new Map<KeyName, readonly StoredKey[]>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'NODE_ENV' | 'SECRETS_DIR'>) {}

  /** Production asks for every key at start, so that a missing one is found before it is needed. */
  onModuleInit(): void {
    if (this.config.NODE_ENV !== 'production') return;
    for (const name of KEY_NAMES) this.ring(name);
  }

  /** AES-256-GCM with the newest key of the name; `context` must be the same when opening. */
  seal(name: KeyName, plain: string, context: string): Sealed {
    const key = this.newest(name);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return { keyId: key.id, cipher: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
  }

  /** Opens what `seal` made. Throws when the key is gone, the bytes were altered or the context differs. */
  open(name: KeyName, sealed: Sealed, context: string): string {
    const key = this.byId(name, sealed.keyId);
    const nonce = sealed.cipher.subarray(0, NONCE_BYTES);
    const tag = sealed.cipher.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce)
      .setAAD(Buffer.from(context))
      .setAuthTag(tag);
    const body = sealed.cipher.subarray(NONCE_BYTES + TAG_BYTES);
    return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
  }

  /** HMAC-SHA-256 with the first key of the name: finds an equal text without reading it. Never rotated. */
  blindIndex(name: KeyName, text: string): Buffer {
    const [key] = this.ring(name);
    if (key === undefined) throw new Error(`No key "${name}".`);
    return createHmac('sha256', key.bytes).update(text).digest();
  }

  /** Ed25519 signature with the newest key of the name. */
  sign(name: KeyName, bytes: Uint8Array): { readonly keyId: string; readonly signature: Buffer } {
    const key = this.newest(name);
    return { keyId: key.id, signature: sign(null, bytes, privateKey(key)) };
  }

  /** True when the signature is of the bytes by the key of that id. False for an unknown key. */
  verify(name: KeyName, bytes: Uint8Array, keyId: string, signature: Uint8Array): boolean {
    const key = this.ring(name).find((candidate) => candidate.id === keyId);
    return key !== undefined && verify(null, bytes, createPublicKey(privateKey(key)), signature);
  }

  /** Public halves of the signing keys of the name, oldest first. */
  publicKeys(name: KeyName): PublicKey[] {
    return this.ring(name).map((key) => ({
      keyId: key.id,
      jwk: { ...createPublicKey(privateKey(key)).export({ format: 'jwk' }) },
    }));
  }

  private newest(name: KeyName): StoredKey {
    const key = this.ring(name).at(-1);
    if (key === undefined) throw new Error(`No key "${name}".`);
    return key;
  }

  private byId(name: KeyName, keyId: string): StoredKey {
    const key = this.ring(name).find((candidate) => candidate.id === keyId);
    if (key === undefined) throw new Error(`The key ${keyId} of "${name}" is not there.`);
    return key;
  }

  private ring(name: KeyName): readonly StoredKey[] {
    const known = this.rings.get(name);
    if (known !== undefined) return known;
    const fromEnvironment = process.env[keyVariable(name)];
    const ring =
      fromEnvironment === undefined || fromEnvironment === ''
        ? keysFromFile(
            this.config.SECRETS_DIR,
            name,
            KEY_BYTES,
            this.config.NODE_ENV !== 'production',
          )
        : parseKeys(name, fromEnvironment);
    for (const key of ring) {
      if (key.bytes.length !== KEY_BYTES)
        throw new Error(`The key ${key.id} of "${name}" is not 32 bytes.`);
    }
    this.rings.set(name, ring);
    return ring;
  }
}

/** Made once: reading a key takes longer than signing with it. */
const privateKeys = new WeakMap<StoredKey, KeyObject>();

function privateKey(key: StoredKey): KeyObject {
  const known = privateKeys.get(key);
  if (known !== undefined) return known;
  const made = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8_HEAD, key.bytes]),
    format: 'der',
    type: 'pkcs8',
  });
  privateKeys.set(key, made);
  return made;
}
