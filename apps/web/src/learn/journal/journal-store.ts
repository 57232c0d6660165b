import type { RequestOf, saveAnswers } from '@cam-nang/contracts';
import { deviceStorage } from '../../lib/session/shared-device.js';

/** One thing said about an attempt, exactly as it is sent; what it says never changes once written. */
export type JournalEntry = RequestOf<typeof saveAnswers>['body']['entries'][number];

/** What one opening of an attempt on this device has said and the office has not confirmed yet. */
export interface StoredJournal {
  readonly accountId: string;
  readonly attemptId: string;
  readonly deviceId: string;
  readonly entries: readonly JournalEntry[];
  /** The person has handed in; to be told once every entry has arrived. */
  readonly handedIn: boolean;
}

const PREFIX = 'cam-nang.journal.';

const keyOf = (journal: Pick<StoredJournal, 'accountId' | 'attemptId' | 'deviceId'>): string =>
  `${PREFIX}${journal.accountId}.${journal.attemptId}.${journal.deviceId}`;

/**
 * Keeps a journal on this device, or forgets it when nothing of it is left to send. Answers whether it is
 * safe here: false where storage is full or forbidden.
 */
export function keepJournal(journal: StoredJournal): boolean {
  const storage = deviceStorage();
  if (storage === undefined) return false;
  try {
    if (journal.entries.length === 0 && !journal.handedIn) storage.removeItem(keyOf(journal));
    else storage.setItem(keyOf(journal), JSON.stringify(journal));
    return true;
  } catch {
    return false;
  }
}

/** The journals of a person that still have something to send, of one attempt or of all. */
export function keptJournals(accountId: string, attemptId?: string): StoredJournal[] {
  const storage = deviceStorage();
  if (storage === undefined) return [];
  const prefix = `${PREFIX}${accountId}.${attemptId === undefined ? '' : `${attemptId}.`}`;
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  return keys.flatMap((key) => {
    if (key === null || !key.startsWith(prefix)) return [];
    return readJournal(storage.getItem(key));
  });
}

function readJournal(text: string | null): StoredJournal[] {
  try {
    return text === null ? [] : [JSON.parse(text) as StoredJournal];
  } catch {
    return [];
  }
}
