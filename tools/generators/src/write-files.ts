import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Paths below a folder and the text of each. */
export type Files = Readonly<Record<string, string>>;

/**
 * Writes a new folder.
 * @throws Error when it is there already: a generator never changes what somebody wrote
 */
export async function writeNewFolder(folder: string, files: Files): Promise<void> {
  if (existsSync(folder)) throw new Error(`${folder} is there already.`);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
