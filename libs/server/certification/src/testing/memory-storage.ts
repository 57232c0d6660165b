import { Readable } from 'node:stream';
import { Storage, StoredFileMissing } from '@cam-nang/platform';

/** Files in memory, for specs that lose or change them. */
export class MemoryStorage extends Storage {
  readonly files = new Map<string, Buffer>();

  override put(key: string, bytes: Uint8Array): Promise<void> {
    this.files.set(key, Buffer.from(bytes));
    return Promise.resolve();
  }

  override get(key: string): Promise<Buffer> {
    const bytes = this.files.get(key);
    return bytes === undefined
      ? Promise.reject(new StoredFileMissing(key))
      : Promise.resolve(Buffer.from(bytes));
  }

  override async stream(key: string): Promise<Readable> {
    return Readable.from([await this.get(key)]);
  }

  override exists(key: string): Promise<boolean> {
    return Promise.resolve(this.files.has(key));
  }

  override delete(key: string): Promise<void> {
    this.files.delete(key);
    return Promise.resolve();
  }
}
