import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../command.js';

/** A folder that a user names, from where they stand (npm runs commands in the repository's folder). */
export function userFolder(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return resolve(environment['INIT_CWD'] ?? process.cwd(), name);
}

/** Makes sure that files can be written into a folder without touching anything. @throws UsageError */
export function demandEmptyFolder(folder: string): void {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') throw new UsageError(`${folder} is a file; nothing was written.`);
    if (code !== 'ENOENT') throw error;
  }
  if (names.length > 0) {
    throw new UsageError(`${folder} is not empty; nothing was written.`);
  }
  mkdirSync(folder, { recursive: true });
}

/** Writes one article below a folder. */
export function writeArticle(folder: string, path: string, text: string): void {
  const file = resolve(join(folder, path));
  if (!file.startsWith(resolve(folder) + sep)) throw new Error(`${path} leads out of the folder`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
