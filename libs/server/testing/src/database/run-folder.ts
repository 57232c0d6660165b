import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a spec needs to know of the run's PostgreSQL; written by its host when it is ready. */
export interface ServerNotice {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The process that owns the whole run: jest itself, also seen from one of its workers. */
export function runOwner(): number {
  const isWorker = process.argv[1]?.includes('jest-worker') ?? false;
  return isWorker ? process.ppid : process.pid;
}

/** The folder of the run of one owner. */
export function runFolder(owner: number): string {
  return join(tmpdir(), `cam-nang-specs-${String(owner)}`);
}
