import { canonicalJson, hashText } from '@cam-nang/domain';
import type { CommitChangeRow, CommitRow } from '../persistence/commit-store.js';
import { sha256 } from './sha256.js';

/** What stands before the first link of a chain. */
export const NO_LINK = '0'.repeat(64);

/**
 * Hash of a commit with everything it says (its row, its changes sorted by node) and of the link
 * before it. Whoever changes a word of an old commit has to change every later link, and the last
 * ones are published outside the database.
 */
export function commitChainHash(
  previous: string,
  commit: Omit<CommitRow, 'chainHash'>,
  changes: readonly CommitChangeRow[],
): string {
  const { at, ...row } = commit;
  const sorted = [...changes].sort((a, b) => (a.nodeId < b.nodeId ? -1 : 1));
  const link = { previous, commit: { ...row, at: at.toISOString() }, changes: sorted };
  return hashText(canonicalJson(link), sha256);
}
