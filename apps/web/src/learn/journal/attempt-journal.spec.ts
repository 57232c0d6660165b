import { beforeEach, describe, expect, it } from '@jest/globals';
import { AttemptJournal } from './attempt-journal.js';
import { keptJournals } from './journal-store.js';

const owner = { accountId: 'person', attemptId: 'attempt', deviceId: 'device' };

/** The part of the browser's storage that the journal uses. */
class FakeStorage implements Storage {
  readonly #values = new Map<string, string>();
  full = false;
  get length() {
    return this.#values.size;
  }
  key(index: number) {
    return [...this.#values.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#values.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.full) throw new Error('QuotaExceededError');
    this.#values.set(key, value);
  }
  removeItem(key: string) {
    this.#values.delete(key);
  }
  clear() {
    this.#values.clear();
  }
}

function answer(slot: number, optionId: string) {
  return { scope: 'answer', slot, value: { type: 'single', optionId } } as const;
}

function receipt(seq: number) {
  return { seq, hash: 'a'.repeat(64), receivedAt: '2026-05-15T03:00:00.000Z', late: false };
}

describe('the journal of an attempt', () => {
  let local: FakeStorage;
  beforeEach(() => {
    local = new FakeStorage();
    Object.defineProperty(globalThis, 'localStorage', { value: local, configurable: true });
    Object.defineProperty(globalThis, 'sessionStorage', {
      value: new FakeStorage(),
      configurable: true,
    });
  });

  it('numbers what is said from 1 without gap and keeps it until it is confirmed', () => {
    const journal = new AttemptJournal(owner);
    for (const slot of [1, 2, 3]) expect(journal.record(answer(slot, 'o1'))).toBe(true);
    expect(journal.waiting.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    journal.confirm([receipt(1), receipt(3)]);
    expect(journal.waiting.map((entry) => entry.seq)).toEqual([2]);
    expect(keptJournals('person')[0]?.entries.map((entry) => entry.seq)).toEqual([2]);
    journal.confirm([receipt(2)]);
    expect(keptJournals('person')).toEqual([]);
  });

  it('survives the page: what is kept is exactly what will be sent', () => {
    const journal = new AttemptJournal(owner);
    journal.record(answer(1, 'o2'));
    expect(keptJournals('person', 'attempt')[0]?.entries).toEqual(journal.waiting);
  });

  it('never shows what another person left, nor another attempt', () => {
    new AttemptJournal(owner).record(answer(1, 'o1'));
    expect(keptJournals('somebody')).toEqual([]);
    expect(keptJournals('person', 'other')).toEqual([]);
  });

  it('carries the relation of the two clocks, also with what was said before it was known', () => {
    const journal = new AttemptJournal(owner);
    journal.record(answer(1, 'o1'));
    journal.time({ handshakeAt: '2026-05-15T03:00:00.000Z', handshakeMonotonicMs: 5 });
    journal.record(answer(1, 'o2'));
    expect(journal.waiting.map((entry) => entry.handshakeMonotonicMs)).toEqual([5, 5]);
    expect(keptJournals('person')[0]?.entries).toEqual(journal.waiting);
    journal.doubtTime();
    expect(journal.isTimed).toBe(false);
    journal.time({ handshakeAt: '2026-05-15T04:00:00.000Z', handshakeMonotonicMs: 90 });
    journal.record(answer(1, 'o1'));
    expect(journal.waiting.map((entry) => entry.handshakeMonotonicMs)).toEqual([5, 5, 90]);
  });

  it('takes an answer for given when its last letter was typed, not when it was written down', () => {
    const journal = new AttemptJournal(owner);
    const moment = { deviceTime: '2026-05-15T03:00:00.000Z', monotonicMs: 7 };
    journal.record(answer(1, 'o1'), moment);
    expect(journal.waiting[0]).toMatchObject({ seq: 1, ...moment });
  });

  it('chains to the last confirmed entry', () => {
    const journal = new AttemptJournal(owner);
    journal.record(answer(1, 'o1'));
    journal.confirm([receipt(1)]);
    journal.record(answer(2, 'o1'));
    expect(journal.waiting[0]?.previousHash).toBe('a'.repeat(64));
  });

  it('says so when the device stores nothing, and still holds the answer', () => {
    local.full = true;
    const journal = new AttemptJournal(owner);
    expect(journal.record(answer(1, 'o1'))).toBe(false);
    expect(journal.waiting).toHaveLength(1);
  });

  it('remembers a hand-in without a network', () => {
    const journal = new AttemptJournal(owner);
    journal.handIn(true);
    expect(keptJournals('person')[0]?.handedIn).toBe(true);
    journal.handIn(false);
    expect(keptJournals('person')).toEqual([]);
  });
});
