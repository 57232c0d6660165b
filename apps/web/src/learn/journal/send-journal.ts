import type { ResponseOf, saveAnswers as saveAnswersContract } from '@cam-nang/contracts';
import { handIn, saveAnswers } from '@cam-nang/contracts/routes';
import { call } from '../../lib/api/call.js';
import {
  keepJournal,
  keptJournals,
  type JournalEntry,
  type StoredJournal,
} from './journal-store.js';

export type JournalReceipts = ResponseOf<typeof saveAnswersContract>;

/** The most entries that go in one request. */
const BATCH = 100;

/** Sends entries of a journal, oldest first; whatever was sent before gets its first receipt again. */
export function sendEntries(
  journal: Pick<StoredJournal, 'attemptId' | 'deviceId'>,
  entries: readonly JournalEntry[],
): Promise<JournalReceipts> {
  const { attemptId, deviceId } = journal;
  const body = { entries: entries.slice(0, BATCH) };
  return call(saveAnswers, { params: { attemptId, deviceId }, body });
}

/** Sends what an earlier visit left here. Each journal by itself: one that fails does not hold up the others. */
export async function sendKeptJournals(accountId: string, attemptId?: string): Promise<void> {
  for (const journal of keptJournals(accountId, attemptId)) {
    try {
      await sendWhole(journal);
    } catch {
      // It stays on the device and is tried again at the next visit.
    }
  }
}

async function sendWhole(journal: StoredJournal): Promise<void> {
  let { entries } = journal;
  while (entries.length > 0) {
    const { receipts } = await sendEntries(journal, entries);
    const received = new Set(receipts.map((receipt) => receipt.seq));
    const left = entries.filter((entry) => !received.has(entry.seq));
    if (left.length === entries.length) return;
    entries = left;
    keepJournal({ ...journal, entries });
  }
  if (!journal.handedIn) return;
  await call(handIn, { params: { attemptId: journal.attemptId } });
  keepJournal({ ...journal, entries: [], handedIn: false });
}
