import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { assertKey, Storage, StoredFileMissing } from './storage.js';

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

async function synced(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Files in a local folder, one a key; a file is there whole or not at all, also after a crash. */
export class LocalStorage extends Storage {
  private readonly root: string;

  constructor(folder: string) {
    super();
    this.root = resolve(folder);
  }

  /** Writes beside the target, forces it to disk and moves it into place. */
  override async put(key: string, bytes: Uint8Array): Promise<void> {
    const target = this.pathOf(key);
    const folder = dirname(target);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `.${randomBytes(8).toString('hex')}.part`);
    try {
      const file = await open(draft, 'wx', 0o600);
      await file.writeFile(bytes).catch(async (error: unknown) => {
        await file.close();
        throw error;
      });
      await synced(file);
      await rename(draft, target);
      await synced(await open(folder, 'r'));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  override async get(key: string): Promise<Buffer> {
    try {
      return await readFile(this.pathOf(key));
    } catch (error) {
      throw isMissing(error) ? new StoredFileMissing(key) : error;
    }
  }

  override async stream(key: string): Promise<Readable> {
    const path = this.pathOf(key);
    if (!(await this.exists(key))) throw new StoredFileMissing(key);
    return createReadStream(path);
  }

  override async exists(key: string): Promise<boolean> {
    try {
      return (await stat(this.pathOf(key))).isFile();
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  override async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    assertKey(key);
    return join(this.root, ...key.split('/'));
  }
}
