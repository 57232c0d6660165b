/** What files, disks and databases say no with, in words that tell what to do. */
const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is no folder',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read or written by this account',
  EPERM: 'may not be read or written by this account',
  EROFS: 'lies on a disk that can only be read',
  ENOSPC: 'does not fit: the disk is full',
  ENAMETOOLONG: 'has a name that is too long for this disk',
};

const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', '57P03', '53300'];

/**
 * An error that is nobody's mistake in the program, in one line without a trace; null for any other:
 * files and disks, a database that cannot be reached, one without tables.
 */
export function causeInWords(error: unknown): string | null {
  const { code, path, message = '' } = factsOf(error);
  if (code === '42P01' || code === '3F000') {
    return 'The database has no tables yet. Run "npm run migrate" first.';
  }
  if (code === '28P01' || code === '28000' || code === '3D000') {
    return `The database refuses the connection: ${message}.`;
  }
  if (UNREACHABLE.includes(code)) return `The database cannot be reached (${code}).`;
  const words = WORDS[code];
  return words === undefined || path === '' ? null : `${path} ${words} (${code}).`;
}

interface Facts {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** Also of an error that several attempts ended with, and of one that wraps another. */
function factsOf(error: unknown): Facts {
  const nothing = { code: '', path: '', message: '' };
  if (typeof error !== 'object' || error === null) return nothing;
  const inner = innerError(error);
  const found = inner === undefined ? nothing : factsOf(inner);
  return {
    code: textOf(error, 'code') || found.code,
    path: textOf(error, 'path') || found.path,
    message: textOf(error, 'message') || found.message,
  };
}

function innerError(error: object): unknown {
  if ('errors' in error && Array.isArray(error.errors)) return error.errors[0] as unknown;
  if ('driverError' in error) return error.driverError;
  return 'cause' in error ? error.cause : undefined;
}

function textOf(error: object, key: 'code' | 'path' | 'message'): string {
  const value = (error as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : '';
}
