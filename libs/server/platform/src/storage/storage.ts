import type { Readable } from 'node:stream';

/** Where files live: a local folder or an S3-compatible object store. Injected by class. */
export abstract class Storage {
  /**
   * Keeps bytes under a key, all or nothing; the same key again replaces them. When it returns, the
   * bytes survive a crash. Keys are paths of letters, digits, `.`, `-` and `_`: `certificates/<id>.pdf`.
   */
  abstract put(
    key: string,
    bytes: Uint8Array,
    about: { readonly mediaType: string },
  ): Promise<void>;

  /** The bytes of a key. Throws `StoredFileMissing`. */
  abstract get(key: string): Promise<Buffer>;

  /** The bytes of a key as a stream. Throws `StoredFileMissing` before the first byte. */
  abstract stream(key: string): Promise<Readable>;

  abstract exists(key: string): Promise<boolean>;

  /** Removes a key; one that is not there is no error. */
  abstract delete(key: string): Promise<void>;
}

/** Nothing is stored under the key. */
export class StoredFileMissing extends Error {
  override readonly name = 'StoredFileMissing';

  constructor(readonly key: string) {
    super(`No stored file ${key}`);
  }
}

const KEY = /^[a-z0-9][a-zA-Z0-9._-]*(\/[a-zA-Z0-9_-][a-zA-Z0-9._-]*)*$/;
const LONGEST_KEY = 300;

/** Throws for a key that could leave its folder or means different things to different stores. */
export function assertKey(key: string): void {
  if (key.length > LONGEST_KEY || !KEY.test(key)) {
    throw new TypeError(`Not a storage key: ${JSON.stringify(key.slice(0, 100))}`);
  }
}
