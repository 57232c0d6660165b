import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { runAs, type OsAccount } from './os-account.js';

/** What initdb needs to know. */
export interface ClusterRequest {
  readonly home: string;
  readonly binaries: Binaries;
  readonly account: OsAccount | undefined;
  readonly superuserPassword: string;
}

/**
 * Makes the database cluster `<home>/data`, once. It is made under another name and renamed at the end,
 * so an interrupted first start leaves nothing that looks finished.
 *
 * The built-in C.UTF-8 locale lower-cases Vietnamese right (plain C only ASCII) and never changes with the
 * operating system's library; names are sorted by the ICU collation where they are sorted.
 */
export async function initialiseCluster(request: ClusterRequest): Promise<void> {
  const { home, account } = request;
  const fresh = join(home, 'data.new');
  const passwordFile = join(home, 'initdb-password');
  await rm(fresh, { recursive: true, force: true });
  await writeFile(passwordFile, request.superuserPassword, { mode: 0o600 });
  if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
  try {
    const done = await runAs(account, request.binaries.initdb, [
      `--pgdata=${fresh}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ]);
    if (done.code !== 0) throw new Error(`initdb failed:\n${done.output}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, join(home, 'data'));
}
