import type { ResponseOf, saveAnswers as saveAnswersContract } from '@cam-nang/contracts';
import { handIn, saveAnswers } from '@cam-nang/contracts/routes';
import { call } from '../../lib/api/call.js';
import { asProblem, type ProblemCode } from '../../lib/api/problem.js';
import {
  keepJournal,
  keptJournals,
  type JournalEntry,
  type StoredJournal,
} from './journal-store.js';
import { forgetSaidAnew, setAside, type RefusedEntry } from './refused-entries.js';

export type JournalReceipts = ResponseOf<typeof saveAnswersContract>;

/** What came of sending entries. */
export interface Sent {
  readonly receipts: JournalReceipts['receipts'];
  /** Entries that the office refused for what they say: sending them again would change nothing. */
  readonly refused: readonly RefusedEntry[];
  /** The last answer; none where every entry was refused. */
  readonly answer: Pick<JournalReceipts, 'serverTime' | 'closed'> | undefined;
}

/** The most entries that go in one request. */
const BATCH = 100;

/** Refusals that are about what a request says, not about who sends it or when. */
const ABOUT_ENTRIES: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'answer.invalid',
  'journal.sequence_reused',
  'request.invalid',
  'request.malformed',
  'request.too_large',
]);

/**
 * Sends entries of a journal, oldest first; whatever was sent before gets its first receipt again. Where the office
 * refuses what they say, they are sent in halves until it is known which: one that is wrong holds up no others.
 */
export async function sendEntries(
  journal: Pick<StoredJournal, 'attemptId' | 'deviceId'>,
  entries: readonly JournalEntry[],
): Promise<Sent> {
  const { attemptId, deviceId } = journal;
  const batch = entries.slice(0, BATCH);
  try {
    const params = { attemptId, deviceId };
    const answer = await call(saveAnswers, { params, body: { entries: batch } });
    return { receipts: answer.receipts, refused: [], answer };
  } catch (error) {
    const { code } = asProblem(error);
    if (!ABOUT_ENTRIES.has(code)) throw error;
    if (batch.length < 2) {
      const refused = batch.map((entry) => ({ deviceId, entry, code }));
      return { receipts: [], refused, answer: undefined };
    }
    const half = Math.ceil(batch.length / 2);
    const first = await sendEntries(journal, batch.slice(0, half));
    const second = await sendEntries(journal, batch.slice(half)).catch(() => undefined);
    // What came of the first half counts whatever befell the other, which is told when that is sent again.
    if (second === undefined) return first;
    return {
      receipts: [...first.receipts, ...second.receipts],
      refused: [...first.refused, ...second.refused],
      answer: second.answer ?? first.answer,
    };
  }
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
    const { receipts, refused } = await sendEntries(journal, entries);
    const received = new Set(receipts.map((receipt) => receipt.seq));
    const aside = new Set(refused.map(({ entry }) => entry.seq));
    const left = entries.filter(({ seq }) => !received.has(seq) && !aside.has(seq));
    if (left.length === entries.length) return;
    setAside(journal, refused);
    forgetSaidAnew(
      journal,
      entries.filter(({ seq }) => received.has(seq)),
    );
    entries = left;
    keepJournal({ ...journal, entries });
  }
  if (!journal.handedIn) return;
  await call(handIn, { params: { attemptId: journal.attemptId } });
  keepJournal({ ...journal, entries: [], handedIn: false });
}
