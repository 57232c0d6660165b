import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';

/** An account of the operating system that the database server runs under. */
export interface OsAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account the server must run under, or `undefined` when it is the caller's own.
 * PostgreSQL refuses to run as root: root hands it to the owner of existing data, else to `nobody`
 * (which exists everywhere, so no account is created; a uid without a passwd entry is refused by initdb).
 */
export async function serverAccount(existingData: string): Promise<OsAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(existingData).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody(await readFile('/etc/passwd', 'utf8'));
}

/** Reads the account `nobody` out of the text of a passwd file. */
export function nobody(passwd: string): OsAccount {
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody' && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL may not run as root and this machine has no account "nobody".');
}

/** What a finished program left: `code` is null when a signal ended it. */
export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program under an account (own account when `undefined`) and collects what it prints. */
export async function runAs(
  account: OsAccount | undefined,
  program: string,
  args: readonly string[],
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** A locale that exists everywhere, whatever the shell of the person starting it has set. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', HOME: '/' };
}
