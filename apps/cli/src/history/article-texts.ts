import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { normalArticle } from '@cam-nang/content/course-format';
import { SnapshotError } from '@cam-nang/curriculum';
import type { SnapshotFolder } from './snapshot-folders.js';

const MOST_BYTES = 5_000_000;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the articles of one snapshot after the other. */
export class ArticleTexts {
  /** Of the snapshot before: a file with the same bytes has the same normal form. */
  #known = new Map<string, { readonly raw: string; readonly normal: string }>();

  /** Makes sure that every article can be read, before anything is written. @throws SnapshotError */
  check(snapshot: SnapshotFolder): void {
    for (const [path, file] of snapshot.files) {
      const place = `${snapshot.date}/${path}`;
      const bytes = bytesOf(file, place);
      if (!isUtf8(bytes)) throw notUtf8(bytes, place);
    }
  }

  /** SHA-256 of the normal form of every article of a snapshot. @throws SnapshotError */
  hashes(snapshot: SnapshotFolder): ReadonlyMap<string, string> {
    const seen = new Map<string, { readonly raw: string; readonly normal: string }>();
    for (const [path, file] of snapshot.files) {
      const place = `${snapshot.date}/${path}`;
      const bytes = bytesOf(file, place);
      const raw = sha256(bytes);
      const before = this.#known.get(path);
      const normal = before?.raw === raw ? before.normal : sha256(normalOf(bytes, place));
      seen.set(path, { raw, normal });
    }
    this.#known = snapshot.whole ? seen : new Map([...this.#known, ...seen]);
    return new Map([...seen].map(([path, { normal }]) => [path, normal]));
  }

  /** An article in its normal form. @throws SnapshotError */
  read(snapshot: SnapshotFolder, path: string): string {
    const place = `${snapshot.date}/${path}`;
    const file = snapshot.files.get(path);
    if (file === undefined) throw new SnapshotError(place, 'is not there');
    return normalOf(bytesOf(file, place), place);
  }
}

function bytesOf(file: string, place: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new SnapshotError(
      place,
      `cannot be read (${(error as NodeJS.ErrnoException).code ?? ''})`,
    );
  }
  if (bytes.length > MOST_BYTES) {
    throw new SnapshotError(place, `has more than ${MOST_BYTES / 1_000_000} MB`);
  }
  return bytes;
}

function normalOf(bytes: Buffer, place: string): string {
  try {
    return normalArticle(utf8.decode(bytes));
  } catch {
    throw notUtf8(bytes, place);
  }
}

function notUtf8(bytes: Buffer, place: string): SnapshotError {
  return new SnapshotError(`${place}:${firstBadLine(bytes)}`, 'is not UTF-8');
}

function firstBadLine(bytes: Buffer): number {
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    [line, start] = [line + 1, end + 1];
  }
  return line;
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
