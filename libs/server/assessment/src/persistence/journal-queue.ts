import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';
import { JournalRepository, type Appended, type SentEntries } from './journal.repository.js';

/** Statements that append at one time: while one waits for the disk, the next is filled. */
const AT_ONCE = 2;
/** Entries of one statement; a request is never divided. */
const MOST_ENTRIES = 200;

interface Waiting {
  readonly sent: SentEntries;
  readonly done: (seqs: ReadonlySet<number>) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Appends to the journal for many requests together: who comes while statements are on their way shares the next
 * one, and with it one commit. Nobody waits when nothing is on its way, and nobody is told anything before
 * the entries are durable. Of one device a statement holds one request, so that what was free is known by place.
 */
@Injectable()
export class JournalQueue {
  #waiting: Waiting[] = [];
  #running = 0;

  constructor(
    private readonly journal: JournalRepository,
    private readonly database: Database,
  ) {}

  /** Appends entries; settles once they are stored. Returns the sequence numbers that were free. */
  append(sent: SentEntries): Promise<ReadonlySet<number>> {
    return new Promise((done, failed) => {
      this.#waiting.push({ sent, done, failed });
      this.next();
    });
  }

  private next(): void {
    if (this.#running >= AT_ONCE || this.#waiting.length === 0) return;
    this.#running += 1;
    void this.together(this.take()).finally(() => {
      this.#running -= 1;
      this.next();
    });
  }

  /** As many as fit, in the order they came; a second request of a device stays for the next statement. */
  private take(): Waiting[] {
    const devices = new Set<string>();
    const [taken, left]: [Waiting[], Waiting[]] = [[], []];
    let entries = 0;
    for (const one of this.#waiting) {
      const { deviceId } = one.sent;
      const size = one.sent.entries.length;
      const fits = taken.length === 0 || entries + size <= MOST_ENTRIES;
      if (!fits || devices.has(deviceId)) {
        left.push(one);
        continue;
      }
      devices.add(deviceId);
      entries += size;
      taken.push(one);
    }
    this.#waiting = left;
    return taken;
  }

  /** When the statement fails its halves are tried: what one request holds is no other one's fault. */
  private async together(taken: readonly Waiting[]): Promise<void> {
    try {
      const places = await this.store(taken);
      for (const { sent, done } of taken) done(seqsOf(places, sent.deviceId));
    } catch (error) {
      const [only] = taken;
      if (taken.length === 1) only?.failed(error);
      else await this.inHalves(taken);
    }
  }

  private async inHalves(taken: readonly Waiting[]): Promise<void> {
    const middle = Math.ceil(taken.length / 2);
    await this.together(taken.slice(0, middle));
    await this.together(taken.slice(middle));
  }

  /** Never in a transaction: the requests are none of one another's business. */
  private store(taken: readonly Waiting[]): Promise<Appended[]> {
    return this.database.apart(() => this.journal.append(taken.map(({ sent }) => sent)));
  }
}

function seqsOf(places: readonly Appended[], deviceId: string): ReadonlySet<number> {
  return new Set(places.filter((place) => place.deviceId === deviceId).map((place) => place.seq));
}
