import { describe, expect, it } from '@jest/globals';
import type { Database } from '@cam-nang/platform';
import { JournalQueue } from './journal-queue.js';
import type { Appended, JournalRepository, NewEntry, SentEntries } from './journal.repository.js';

/** A journal in memory whose statements wait until they are let through; it refuses entries of slot 13. */
class Journal {
  readonly statements: SentEntries[][] = [];
  readonly held: (() => void)[] = [];
  readonly #stored = new Set<string>();

  append(sent: SentEntries[]): Promise<Appended[]> {
    this.statements.push(sent);
    return new Promise((resolve, reject) => {
      this.held.push(() => {
        if (sent.some(({ entries }) => entries.some(({ slot }) => slot === 13))) {
          reject(new Error('no slot 13'));
        } else resolve(sent.flatMap((one) => this.free(one)));
      });
    });
  }

  /** Lets every statement through, also those that come of it. */
  async letThrough(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
      for (const go of this.held.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private free({ deviceId, entries }: SentEntries): Appended[] {
    return entries.flatMap(({ seq }) => {
      const place = `${deviceId} ${String(seq)}`;
      if (this.#stored.has(place)) return [];
      this.#stored.add(place);
      return [{ deviceId, seq }];
    });
  }
}

function setUp() {
  const journal = new Journal();
  const database = { apart: <T>(work: () => Promise<T>) => work() };
  const queue = new JournalQueue(
    journal as unknown as JournalRepository,
    database as unknown as Database,
  );
  const append = (deviceId: string, ...slots: number[]) =>
    queue.append({
      deviceId,
      accountId: 'account',
      attemptId: 'attempt',
      receivedAt: new Date(0),
      entries: slots.map((slot) => ({ seq: slot, slot }) as NewEntry),
    });
  return { journal, append };
}

const devicesOf = (journal: Journal): string[][] =>
  journal.statements.map((sent) => sent.map(({ deviceId }) => deviceId));

describe('the journal’s queue', () => {
  it('sends the first at once and those who come meanwhile together', async () => {
    const { journal, append } = setUp();
    const all = ['a', 'b', 'c', 'd', 'e'].map((device) => append(device, 1));
    expect(devicesOf(journal)).toEqual([['a'], ['b']]);
    await journal.letThrough();
    expect(devicesOf(journal)).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
    expect((await Promise.all(all)).map((seqs) => [...seqs])).toEqual([[1], [1], [1], [1], [1]]);
  });

  it('tells nobody before the statement is through', async () => {
    const { journal, append } = setUp();
    let told = false;
    const one = append('a', 1).then(() => (told = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toBe(false);
    await journal.letThrough();
    await one;
    expect(told).toBe(true);
  });

  it('keeps a second request of a device for a later statement, so that it hears the place was taken', async () => {
    const { journal, append } = setUp();
    const all = ['x', 'y', 'a', 'a', 'b'].map((device) => append(device, 1));
    await journal.letThrough();
    expect(devicesOf(journal).slice(2)).toEqual([['a', 'b'], ['a']]);
    expect((await Promise.all(all)).map((seqs) => seqs.size)).toEqual([1, 1, 1, 0, 1]);
  });

  it('lets a refused request fail alone', async () => {
    const { journal, append } = setUp();
    const all = [append('x', 1), append('y', 1), append('a', 1), append('b', 13), append('c', 1)];
    const settled = Promise.allSettled(all);
    await journal.letThrough();
    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('divides no request, and puts about 200 entries into one statement', async () => {
    const { journal, append } = setUp();
    const many = Array.from({ length: 150 }, (_, index) => 100 + index);
    const all = ['x', 'y', 'a', 'b', 'c'].map((device) => append(device, ...many));
    await journal.letThrough();
    await Promise.all(all);
    expect(devicesOf(journal)).toEqual([['x'], ['y'], ['a'], ['b'], ['c']]);
  });
});
