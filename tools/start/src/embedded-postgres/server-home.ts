import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readlink, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { runAs, type OsAccount } from './os-account.js';

const SYSTEM_FOLDER = '/var/lib/cam-nang';

/**
 * The private folder (0700, owned by the server's account) that holds the cluster, below `dataDir`.
 * Where the server's account cannot enter `dataDir`, the folder is made under /var/lib and linked from there;
 * only throw-away data (`durable` false) goes to a temporary folder.
 * @returns the path to use; it may be a symbolic link
 */
export async function prepareServerHome(
  dataDir: string,
  account: OsAccount | undefined,
  durable: boolean,
): Promise<string> {
  const home = homeOf(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  if ((await lstat(home).catch(() => undefined)) === undefined) {
    await makeHome(home, account, durable);
  }
  if (!(await canWrite(home, account))) {
    throw new Error(
      `The database folder ${home} belongs to another account. Start as that account, or as root.`,
    );
  }
  return home;
}

/** Where the home of a server is, made or not. */
export function homeOf(dataDir: string): string {
  return join(dataDir, 'cluster');
}

async function makeHome(
  home: string,
  account: OsAccount | undefined,
  durable: boolean,
): Promise<void> {
  await makePrivate(home, account);
  if (account === undefined || (await canWrite(home, account))) return;
  await rm(home, { recursive: true });
  const elsewhere = durable ? await inSystemFolder() : join('/tmp', `cam-nang-${randomName()}`);
  await makePrivate(elsewhere, account);
  await symlink(elsewhere, home);
}

async function inSystemFolder(): Promise<string> {
  await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o711 });
  await chmod(SYSTEM_FOLDER, 0o711);
  return join(SYSTEM_FOLDER, randomName());
}

function randomName(): string {
  return randomBytes(8).toString('hex');
}

async function makePrivate(folder: string, account: OsAccount | undefined): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (account !== undefined) await chown(folder, account.uid, account.gid);
}

async function canWrite(folder: string, account: OsAccount | undefined): Promise<boolean> {
  if (process.platform === 'win32') return true;
  // Through the link's end: /var/lib can be entered where the project cannot.
  const real = await realFolder(folder);
  return (await runAs(account, '/bin/sh', ['-c', 'test -w "$1"/.', 'sh', real])).code === 0;
}

/** The end of the link, which the server must be given because it may not be able to follow the link itself. */
export async function realFolder(folder: string): Promise<string> {
  const found = await lstat(folder);
  if (!found.isSymbolicLink()) return folder;
  const target = await readlink(folder);
  await stat(target);
  return target;
}
