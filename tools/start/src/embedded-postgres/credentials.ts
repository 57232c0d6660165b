import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Passwords of the three roles of one embedded server. */
export interface Credentials {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/**
 * Reads the passwords of the server in `dataDir`, or makes random ones at the first start (file mode 0600).
 * @param clusterExists whether there already is data that only the stored passwords open
 */
export async function loadCredentials(
  dataDir: string,
  clusterExists: boolean,
): Promise<Credentials> {
  const path = join(dataDir, 'credentials.json');
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (stored !== undefined) return JSON.parse(stored) as Credentials;
  if (clusterExists) {
    throw new Error(
      `There is a database in ${dataDir}, but its passwords (${path}) are gone. Restore that file.`,
    );
  }
  const password = (): string => randomBytes(24).toString('hex');
  const fresh: Credentials = { superuser: password(), owner: password(), app: password() };
  await writeFile(`${path}.new`, JSON.stringify(fresh), { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return fresh;
}
