import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { SnapshotError } from '@cam-nang/curriculum';
import { parseCalendarDate } from '@cam-nang/domain';
import { metadataOf, type SnapshotMetadata } from './snapshot-metadata.js';

/** A snapshot as its folder holds it. */
export interface SnapshotFolder extends SnapshotMetadata {
  readonly date: string;
  /** Where each article is, by its path in NFC; in order. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that are no Markdown: left out. */
  readonly others: number;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const METADATA = 'metadata.json';
const LONGEST_PATH = 1000;
const NO_FILE = 'is neither a file nor a folder (a link?)';

/** The days for which a history has a folder, the earliest first. @throws SnapshotError */
export function snapshotDates(history: string): readonly string[] {
  const entries = entriesOf(history, history);
  for (const entry of entries) {
    // A day behind a link would be left out without a word.
    if (!entry.isDirectory() && !entry.isFile()) throw new SnapshotError(entry.name, NO_FILE);
  }
  const folders = entries.filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    if (parseCalendarDate(name) === null) {
      throw new SnapshotError(name, 'is not the date of a day (YYYY-MM-DD)');
    }
  }
  if (folders.length === 0) {
    throw new SnapshotError(history, 'has no folder named after a day (YYYY-MM-DD)');
  }
  return folders.map(({ name }) => name).sort();
}

/** The names and the metadata of a snapshot, checked; texts are not read. @throws SnapshotError */
export function snapshotFolder(history: string, date: string): SnapshotFolder {
  const folder = join(history, date);
  const files = new Map<string, string>();
  const others = collect({ folder, date, files }, '');
  const { title, whole, removed } = readMetadata(folder, date);
  for (const path of removed) {
    if (!files.has(path)) continue;
    throw new SnapshotError(
      `${date}/${METADATA}`,
      `"removed" names ${path}, which is in the folder`,
    );
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return { date, title, whole, removed, files: new Map(sorted), others };
}

interface Walk {
  readonly folder: string;
  readonly date: string;
  readonly files: Map<string, string>;
}

/** Answers how many files are no Markdown. */
function collect(walk: Walk, below: string): number {
  let others = 0;
  for (const entry of entriesOf(join(walk.folder, below), `${walk.date}/${below}`)) {
    const place = below + entry.name;
    if (entry.isDirectory()) others += collect(walk, `${place}/`);
    else if (!entry.isFile()) {
      throw new SnapshotError(`${walk.date}/${place}`, NO_FILE);
    } else if (MARKDOWN.test(entry.name)) addFile(walk, place);
    else if (place !== METADATA) others++;
  }
  return others;
}

function addFile({ folder, date, files }: Walk, place: string): void {
  const path = place.normalize('NFC');
  if (/[\p{Cc}\uFFFD]/u.test(path)) {
    throw new SnapshotError(
      `${date}/${path}`,
      'has characters in its name that no article can have',
    );
  }
  if (path.length > LONGEST_PATH) {
    throw new SnapshotError(
      `${date}/${path}`,
      `has a path of more than ${LONGEST_PATH} characters`,
    );
  }
  if (files.has(path)) {
    throw new SnapshotError(`${date}/${path}`, 'is there twice, spelled in two ways (NFC and NFD)');
  }
  files.set(path, join(folder, place));
}

/** What is hidden is no part of a history. */
function entriesOf(folder: string, place: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  } catch (error) {
    throw new SnapshotError(
      place,
      `cannot be read (${(error as NodeJS.ErrnoException).code ?? ''})`,
    );
  }
}

function readMetadata(folder: string, date: string): SnapshotMetadata {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, METADATA));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return metadataOf('{}', '');
    throw new SnapshotError(`${date}/${METADATA}`, 'cannot be read');
  }
  if (!isUtf8(bytes)) throw new SnapshotError(`${date}/${METADATA}`, 'is not UTF-8');
  return metadataOf(bytes.toString('utf8'), `${date}/${METADATA}`);
}
