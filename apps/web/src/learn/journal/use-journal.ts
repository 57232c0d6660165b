import { useCallback, useEffect, useRef, useState } from 'react';
import type { readAttempt, ResponseOf } from '@cam-nang/contracts';
import { newKey } from '../../lib/api/credentials.js';
import { asProblem, type ApiProblem } from '../../lib/api/problem.js';
import { AttemptJournal } from './attempt-journal.js';
import { noteServerTime, shakeHands, type Moment } from './clock.js';
import type { JournalEntry } from './journal-store.js';
import type { RefusedEntry } from './refused-entries.js';
import { sendEntries, sendKeptJournals, type Sent } from './send-journal.js';

type Attempt = ResponseOf<typeof readAttempt>;

const SEND_AFTER_MS = 700;
const TRY_AGAIN_MS = 8000;

/** Where the answers are. */
export interface JournalState {
  /** Places whose newest word has not been confirmed yet. */
  readonly kept: ReadonlySet<number>;
  /** What the office will not take as it stands, by place. */
  readonly refused: ReadonlyMap<number, RefusedEntry>;
  readonly keptAt: string | undefined;
  readonly receivedAt: string | undefined;
  /** Storage refused: what was answered lives only as long as this page. */
  readonly unsafe: boolean;
  /** The office has closed the attempt. */
  readonly closed: boolean;
  readonly problem: ApiProblem | undefined;
}

const START: JournalState = {
  kept: new Set(),
  refused: new Map(),
  keptAt: undefined,
  receivedAt: undefined,
  unsafe: false,
  closed: false,
  problem: undefined,
};

type Change = (change: Partial<JournalState>) => void;

/** Sends what waits, one request after the other; the promise is kept even when it fails. */
function useSending(journal: AttemptJournal, change: Change): () => Promise<void> {
  const sending = useRef<Promise<void>>(undefined);
  return useCallback(() => {
    const send = async () => {
      if (!journal.isTimed) journal.time(await shakeHands(journal.owner.deviceId));
      while (journal.waiting.length > 0) {
        const { receipts, refused, answer } = await sendEntries(journal.owner, journal.waiting);
        journal.setAside(refused);
        journal.confirm(receipts);
        change({ ...placesOf(journal), ...noted(answer), problem: undefined });
        if (receipts.length + refused.length === 0) return;
      }
    };
    const before = sending.current ?? Promise.resolve();
    sending.current = before
      .then(send)
      .catch((error: unknown) => change({ problem: asProblem(error) }));
    return sending.current;
  }, [journal, change]);
}

function noted(answer: Sent['answer']): Partial<JournalState> {
  if (answer === undefined) return {};
  noteServerTime(answer.serverTime);
  return { receivedAt: answer.serverTime, closed: answer.closed };
}

/** Sends again when there may be a network, when the page goes or comes back, and every few seconds while something waits. */
function useResending(
  journal: AttemptJournal,
  flush: () => Promise<void>,
  settled: () => void,
): void {
  const { accountId, attemptId } = journal.owner;
  useEffect(() => {
    void sendKeptJournals(accountId, attemptId).then(flush).then(settled);
    const again = () => void flush();
    const turned = () => {
      if (document.visibilityState === 'visible') journal.doubtTime();
      again();
    };
    const every = setInterval(() => {
      if (journal.waiting.length > 0) again();
    }, TRY_AGAIN_MS);
    addEventListener('online', again);
    document.addEventListener('visibilitychange', turned);
    return () => {
      clearInterval(every);
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', turned);
      again();
    };
  }, [accountId, attemptId, flush, journal, settled]);
}

/**
 * Keeps answers: at once on this device, then at the office, again and again until it has confirmed them.
 * What earlier visits left on this device is sent first.
 */
export function useJournal(accountId: string, attempt: Attempt) {
  const [journal] = useState(
    () => new AttemptJournal({ accountId, attemptId: attempt.id, deviceId: newKey() }),
  );
  const [state, setState] = useState<JournalState>(() => ({
    ...START,
    ...placesOf(journal),
    receivedAt: newestOf(attempt.items.map((item) => item.savedAt)),
  }));
  const change: Change = useCallback((part) => setState((before) => ({ ...before, ...part })), []);
  const flush = useSending(journal, change);
  // What an earlier visit left may have been refused meanwhile.
  const settled = useCallback(() => change(placesOf(journal)), [change, journal]);
  useResending(journal, flush, settled);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const record = useCallback(
    (said: Pick<JournalEntry, 'scope' | 'slot' | 'value'>, moment?: Moment) => {
      const unsafe = !journal.record(said, moment);
      change({ ...placesOf(journal), keptAt: new Date().toISOString(), unsafe });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SEND_AFTER_MS);
    },
    [change, flush, journal],
  );
  return { journal, state, record, flush };
}

function placesOf(journal: AttemptJournal): Pick<JournalState, 'kept' | 'refused'> {
  const refused = new Map(journal.refused.map((one) => [one.entry.slot, one] as const));
  return { kept: slotsOf(journal.waiting), refused };
}

function slotsOf(entries: readonly JournalEntry[]): ReadonlySet<number> {
  return new Set(entries.filter((entry) => entry.scope === 'answer').map((entry) => entry.slot));
}

function newestOf(times: readonly (string | null)[]): string | undefined {
  return times
    .flatMap((time) => (time === null ? [] : [time]))
    .sort()
    .at(-1);
}
