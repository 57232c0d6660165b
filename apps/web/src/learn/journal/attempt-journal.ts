import { keepJournal, type JournalEntry } from './journal-store.js';
import { momentNow, type Handshake, type Moment } from './clock.js';
import { forgetSaidAnew, refusedAnswers, setAside, type RefusedEntry } from './refused-entries.js';
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
  #isTimed = false;

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

  /** Answers that the office will not take as they stand, and nothing newer was said about since. */
  get refused(): readonly RefusedEntry[] {
    return refusedAnswers(this.#owner);
  }

  /** Whether the clock of this device is related to the server's, and need not be again. */
  get isTimed(): boolean {
    return this.#isTimed;
  }

  /**
   * From now on entries carry this relation of the two clocks. So do those that wait without one: they were said
   * by the same monotonic clock, and by the clock of a device that is wrong an earlier answer might count.
   */
  time(handshake: Handshake): void {
    this.#handshake = handshake;
    this.#isTimed = true;
    if (this.#waiting.every((entry) => entry.handshakeAt !== null)) return;
    this.#waiting = this.#waiting.map((entry) =>
      entry.handshakeAt === null ? { ...entry, ...handshake } : entry,
    );
    this.#keep();
  }

  /** The device may have slept, and its monotonic clock with it: the clocks are to be related anew. */
  doubtTime(): void {
    this.#isTimed = false;
  }

  /** Writes down an answer or a mark, said now or a moment ago. Answers whether it is safe on this device. */
  record(
    said: Pick<JournalEntry, 'scope' | 'slot' | 'value'>,
    moment: Moment = momentNow(),
  ): boolean {
    this.#seq += 1;
    const entry: JournalEntry = {
      seq: this.#seq,
      ...said,
      ...moment,
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
    forgetSaidAnew(
      this.#owner,
      this.#waiting.filter((entry) => received.has(entry.seq)),
    );
    this.#waiting = this.#waiting.filter((entry) => !received.has(entry.seq));
    this.#lastHash = receipts.at(-1)?.hash ?? this.#lastHash;
    this.#keep();
  }

  /** Sets entries aside that were refused for what they say; the others go on. */
  setAside(refused: readonly RefusedEntry[]): void {
    setAside(this.#owner, refused);
    const aside = new Set(refused.map(({ entry }) => entry.seq));
    this.#waiting = this.#waiting.filter((entry) => !aside.has(entry.seq));
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
