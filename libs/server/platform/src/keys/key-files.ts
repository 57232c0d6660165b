import {
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  existsSync,
  linkSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** One key as it is kept: an id that travels with what it made, and its bytes. */
export interface StoredKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Reads `id:base64, id:base64`; the last is in use, the others still read what they made. */
export function parseKeys(name: string, text: string): StoredKey[] {
  return text.split(',').map((part) => {
    const [id, encoded] = part.trim().split(':');
    if (id === undefined || id === '' || encoded === undefined || encoded === '') {
      throw new Error(`The key "${name}" is not of the form id:base64.`);
    }
    return { id, bytes: Buffer.from(encoded, 'base64') };
  });
}

/** The environment variable that carries a key: `register-signing` → `KEY_REGISTER_SIGNING`. */
export function keyVariable(name: string): string {
  return `KEY_${name.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * The keys of a name out of its file in the folder, made on first use when `mayMake`. Two programs
 * that start at once agree on one key: the first file in place wins.
 */
export function keysFromFile(
  folder: string,
  name: string,
  bytes: number,
  mayMake: boolean,
): StoredKey[] {
  const file = join(folder, `${name}.key`);
  if (!existsSync(file)) {
    if (!mayMake)
      throw new Error(`No key "${name}": set ${keyVariable(name)} or put ${file} in place.`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    putInPlace(
      file,
      `${randomBytes(4).toString('hex')}:${randomBytes(bytes).toString('base64')}\n`,
    );
  }
  return parseKeys(name, readFileSync(file, 'utf8').trim().split('\n').join(','));
}

function putInPlace(file: string, text: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
    rmSync(draft);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') rmSync(draft);
    else renameSync(draft, file);
  }
}
