import { beforeEach, describe, expect, it } from '@jest/globals';
import { AttemptJournal } from './attempt-journal.js';
import { keepJournal, keptJournals, type JournalEntry } from './journal-store.js';
import { forgetRefused, refusedEntries, setAside } from './refused-entries.js';
import { sendEntries, sendKeptJournals } from './send-journal.js';
import { fakeStorage, json } from './testing/fake-browser.js';

const owner = { accountId: 'person', attemptId: 'attempt', deviceId: 'device' };

/** Of each request to the journal the numbers of its entries; other requests by their path. */
const requests: (readonly number[] | string)[] = [];
/** Why an entry is refused, if it is. */
let refusal: (entry: JournalEntry) => [status: number, code: string] | undefined;

/** The office: refuses a request whole when one entry of it is wrong. */
async function office(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!pathname.includes('/journal/')) {
    requests.push(pathname);
    return json(200, { state: 'graded' });
  }
  const { entries } = (await request.json()) as { entries: readonly JournalEntry[] };
  requests.push(entries.map(({ seq }) => seq));
  for (const entry of entries) {
    const [status, code] = refusal(entry) ?? [];
    if (status !== undefined) return json(status, { code });
  }
  const serverTime = '2026-05-15T03:00:00.000Z';
  const receipts = entries.map(({ seq }) => ({
    ...{ seq, hash: 'a'.repeat(64) },
    ...{ receivedAt: serverTime, late: false },
  }));
  return json(200, { receipts, serverTime, deadlineAt: null, closed: false });
}

function entry(seq: number, slot = seq): JournalEntry {
  const clock = { deviceTime: '2026-05-15T03:00:00.000Z', monotonicMs: 1 };
  const hands = { handshakeAt: null, handshakeMonotonicMs: null, previousHash: null };
  return {
    seq,
    scope: 'answer',
    slot,
    value: { type: 'short', text: `s${seq}` },
    ...clock,
    ...hands,
  };
}

const seqs = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const asideOf = () => refusedEntries(owner).map(({ entry: { seq }, code }) => [seq, code]);

beforeEach(() => {
  requests.length = 0;
  refusal = () => undefined;
  Object.defineProperty(globalThis, 'localStorage', { value: fakeStorage(), configurable: true });
  Object.defineProperty(globalThis, 'sessionStorage', { value: fakeStorage(), configurable: true });
  Object.assign(globalThis, {
    location: { origin: 'http://here' },
    navigator: { onLine: true },
    fetch: office,
  });
});

describe('an entry that is refused for what it says', () => {
  it.each([
    [400, 'answer.invalid'],
    [400, 'request.invalid'],
    [409, 'journal.sequence_reused'],
  ])('is found (%i %s); the others arrive', async (status, code) => {
    refusal = ({ seq }) => (seq === 3 ? [status, code] : undefined);
    const { receipts, refused, answer } = await sendEntries(
      owner,
      seqs(8).map((seq) => entry(seq)),
    );
    expect(receipts.map(({ seq }) => seq)).toEqual([1, 2, 4, 5, 6, 7, 8]);
    expect(refused.map((one) => [one.entry.seq, one.code])).toEqual([[3, code]]);
    expect(answer?.closed).toBe(false);
  });

  it('of an earlier visit is set aside on the device; the attempt is handed in with the others', async () => {
    refusal = ({ seq }) => (seq === 2 ? [400, 'answer.invalid'] : undefined);
    keepJournal({ ...owner, entries: seqs(4).map((seq) => entry(seq)), handedIn: true });
    await sendKeptJournals(owner.accountId);
    expect(keptJournals(owner.accountId)).toEqual([]);
    expect(asideOf()).toEqual([[2, 'answer.invalid']]);
    expect(requests.at(-1)).toBe('/api/attempts/attempt/hand-in');
    forgetRefused(owner);
    expect(asideOf()).toEqual([]);
  });

  it('is forgotten once the office has a newer answer to the question, and only then', async () => {
    const journal = new AttemptJournal(owner);
    const say = (slot: number, text: string) =>
      journal.record({ scope: 'answer', slot, value: { type: 'short', text } });
    const send = async () => {
      const { receipts, refused } = await sendEntries(owner, journal.waiting);
      journal.setAside(refused);
      journal.confirm(receipts);
    };
    say(1, 'đúng dạng');
    say(2, 'sai dạng');
    refusal = ({ slot }) => (slot === 2 ? [400, 'answer.invalid'] : undefined);
    await send();
    expect(journal.waiting).toEqual([]);
    expect(asideOf()).toEqual([[2, 'answer.invalid']]);
    say(1, 'nghĩ lại');
    await send();
    expect(asideOf()).toEqual([[2, 'answer.invalid']]);
    refusal = () => undefined;
    say(2, 'đã sửa');
    expect(journal.refused).toHaveLength(1);
    await send();
    expect(journal.refused).toEqual([]);
  });

  it('is set aside though the network goes before everything was sent', async () => {
    keepJournal({ ...owner, entries: seqs(8).map((seq) => entry(seq)), handedIn: true });
    refusal = ({ seq }) => {
      if (seq === 1) return [400, 'answer.invalid'];
      return seq > 4 ? [503, 'server.unavailable'] : undefined;
    };
    // The first request is refused for the first entry; the later ones of it come to nothing.
    await sendKeptJournals(owner.accountId);
    expect(asideOf()).toEqual([[1, 'answer.invalid']]);
    expect(keptJournals(owner.accountId)[0]?.entries.map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);
    expect(requests).not.toContain('/api/attempts/attempt/hand-in');
  });

  it('stays told when what arrives of another opening is older', async () => {
    setAside(owner, [{ deviceId: 'device', entry: entry(1), code: 'answer.invalid' }]);
    const other = { ...owner, deviceId: 'opened-before' };
    const said = (deviceTime: string) => [{ ...entry(1), deviceTime }];
    keepJournal({ ...other, entries: said('2026-05-15T02:59:00.000Z'), handedIn: false });
    await sendKeptJournals(owner.accountId);
    expect(asideOf()).toEqual([[1, 'answer.invalid']]);
    keepJournal({ ...other, entries: said('2026-05-15T03:01:00.000Z'), handedIn: false });
    await sendKeptJournals(owner.accountId);
    expect(asideOf()).toEqual([]);
  });

  it('is told once when two pages sent it, and a mark that is refused is not told as an answer', () => {
    const mark: JournalEntry = { ...entry(2), scope: 'flag', value: null };
    const refused = [entry(1), mark].map((one) => {
      return { deviceId: 'device', entry: one, code: 'answer.invalid' } as const;
    });
    setAside(owner, refused);
    setAside(owner, refused);
    expect(asideOf()).toHaveLength(2);
    expect(new AttemptJournal(owner).refused.map((one) => one.entry.seq)).toEqual([1]);
  });

  it('is kept with the page where storage is forbidden', () => {
    Object.defineProperty(globalThis, 'localStorage', { value: undefined, configurable: true });
    const journal = new AttemptJournal({ ...owner, attemptId: 'other' });
    const refused = { deviceId: 'device', entry: entry(1), code: 'answer.invalid' } as const;
    journal.setAside([refused]);
    expect(journal.refused).toEqual([refused]);
  });
});

describe('a refusal that is not about what an entry says', () => {
  it.each([
    [401, 'session.required'],
    [404, 'resource.not_found'],
    [503, 'server.unavailable'],
  ])('keeps the whole journal waiting (%i %s)', async (status, code) => {
    refusal = () => [status, code];
    const entries = seqs(4).map((seq) => entry(seq));
    keepJournal({ ...owner, entries, handedIn: false });
    await sendKeptJournals(owner.accountId);
    expect(keptJournals(owner.accountId)[0]?.entries).toEqual(entries);
    expect(asideOf()).toEqual([]);
    expect(requests[0]).toEqual([1, 2, 3, 4]);
  });
});
