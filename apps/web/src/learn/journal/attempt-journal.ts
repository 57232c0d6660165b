import { keepJournal, type JournalEntry } from './journal-store.js';
import { monotonicNow, type Handshake } from './clock.js';
import type { JournalReceipts } from './send-journal.js';

/** What a journal is about, and who writes it. */
export interface JournalOwner {
  readonly accountId: string;
  readonly attemptId: string;
  /** New for each opening of the attempt, so that numbers of two tabs never meet. */
  readonly deviceId: string;
}

/**
 * What this opening of an attempt says, numbered from 1 without gap. Everything is on the device before it
 * is sent, and stays there until the office has confirmed it.
 */
export class AttemptJournal {
  readonly #owner: JournalOwner;
  #seq = 0;
  #lastHash: string | null = null;
  #waiting: readonly JournalEntry[] = [];
  #handedIn = false;
  #handshake: Handshake | null = null;

  constructor(owner: JournalOwner) {
    this.#owner = owner;
  }

  get owner(): JournalOwner {
    return this.#owner;
  }

  /** Entries the office has not confirmed, oldest first. */
  get waiting(): readonly JournalEntry[] {
    return this.#waiting;
  }

  /** Whether the clock of this device has been related to the server's. */
  get isTimed(): boolean {
    return this.#handshake !== null;
  }

  /** From now on entries carry this relation of the two clocks. */
  time(handshake: Handshake): void {
    this.#handshake = handshake;
  }

  /** Writes down an answer or a mark. Answers whether it is safe on this device. */
  record(said: Pick<JournalEntry, 'scope' | 'slot' | 'value'>): boolean {
    this.#seq += 1;
    const entry: JournalEntry = {
      seq: this.#seq,
      ...said,
      deviceTime: new Date().toISOString(),
      monotonicMs: monotonicNow(),
      handshakeAt: this.#handshake?.handshakeAt ?? null,
      handshakeMonotonicMs: this.#handshake?.handshakeMonotonicMs ?? null,
      previousHash: this.#lastHash,
    };
    this.#waiting = [...this.#waiting, entry];
    return this.#keep();
  }

  /** Takes confirmed entries off the device. */
  confirm(receipts: JournalReceipts['receipts']): void {
    const received = new Set(receipts.map((receipt) => receipt.seq));
    this.#waiting = this.#waiting.filter((entry) => !received.has(entry.seq));
    this.#lastHash = receipts.at(-1)?.hash ?? this.#lastHash;
    this.#keep();
  }

  /** Notes on the device that the person has handed in, or that the office knows. */
  handIn(waits: boolean): void {
    this.#handedIn = waits;
    this.#keep();
  }

  #keep(): boolean {
    return keepJournal({ ...this.#owner, entries: this.#waiting, handedIn: this.#handedIn });
  }
}
