import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveTime, readJournal } from './journal.js';
import type { AnswerEntry, EntryClock, JournalRules } from './journal.js';

const START = 1_000_000;
const HOUR = 3_600_000;
const rules: JournalRules = {
  startedAt: START,
  deadline: START + HOUR,
  syncWindow: 72 * HOUR,
  handedInAt: null,
};

const clock: fc.Arbitrary<EntryClock> = fc.oneof(
  fc.record({
    kind: fc.constant('handshake' as const),
    serverTime: fc.integer({ min: START - HOUR, max: START + HOUR }),
    sinceHandshake: fc.integer({ min: -1000, max: 3 * HOUR }),
  }),
  fc.record({ kind: fc.constant('device' as const), deviceTime: fc.nat(3 * START) }),
);
const entry = fc.record({
  device: fc.constantFrom('phone', 'desk', 'tablet'),
  questionId: fc.constantFrom('q1', 'q2', 'q3'),
  value: fc.constantFrom('a', 'b', 'c'),
  clock,
  receivedAt: fc.integer({ min: START, max: START + 80 * HOUR }),
});
const journal: fc.Arbitrary<AnswerEntry<string>[]> = fc
  .array(entry, { maxLength: 12 })
  .map((list) => list.map((item, index) => ({ ...item, sequence: index })));
const anyRules: fc.Arbitrary<JournalRules> = fc.record({
  startedAt: fc.constant(START),
  deadline: fc.option(fc.integer({ min: START, max: START + 2 * HOUR })),
  syncWindow: fc.constantFrom(0, HOUR, 72 * HOUR),
  handedInAt: fc.option(fc.integer({ min: START, max: START + 2 * HOUR })),
});

const at = (
  sequence: number,
  minutes: number,
  more: Partial<AnswerEntry<string>> = {},
): AnswerEntry<string> => ({
  device: 'phone',
  sequence,
  questionId: 'q7',
  value: `v${sequence}`,
  clock: { kind: 'handshake', serverTime: START, sinceHandshake: minutes * 60_000 },
  receivedAt: START + minutes * 60_000 + 500,
  ...more,
});
const counting = (entries: AnswerEntry<string>[], by: JournalRules = rules): string | undefined =>
  readJournal(entries, by).answers.get('q7')?.entry.value;
const fates = (entries: AnswerEntry<string>[], by: JournalRules = rules): string[] =>
  readJournal(entries, by).entries.map((judged) => judged.fate);

describe('the time of an answer', () => {
  it('is the server’s clock at the handshake plus the monotonic time since', () => {
    expect(effectiveTime(at(1, 5), START)).toEqual({ at: START + 300_000, estimated: false });
  });

  it('is the device’s clock, flagged, where there was no handshake', () => {
    const lonely = at(1, 5, { clock: { kind: 'device', deviceTime: START + 7 } });
    expect(effectiveTime(lonely, START)).toEqual({ at: START + 7, estimated: true });
  });

  it('is never before the start nor after the receipt', () => {
    const receivedAt = START + 60_000;
    const early = at(1, 0, { clock: { kind: 'device', deviceTime: 0 }, receivedAt });
    const ahead = at(1, 0, { clock: { kind: 'device', deviceTime: START * 9 }, receivedAt });
    expect(effectiveTime(early, START).at).toBe(START);
    expect(effectiveTime(ahead, START).at).toBe(receivedAt);
  });
});

describe('which answer counts', () => {
  it('the latest given, not the latest received', () => {
    const later = at(2, 20);
    const earlier = at(1, 10, { receivedAt: START + 50 * 60_000 });
    expect(counting([later, earlier])).toBe('v2');
    expect(fates([later, earlier])).toEqual(['superseded', 'counts']);
  });

  it('an answer sent twice counts once', () => {
    const once = at(1, 10);
    const reading = readJournal([once, { ...once, receivedAt: once.receivedAt + HOUR }], rules);
    expect(reading.entries).toHaveLength(1);
    expect(reading.answers.get('q7')?.entry).toBe(once);
  });

  it('equal times are settled by device, then by sequence', () => {
    expect(counting([at(2, 10, { device: 'desk' }), at(1, 10)])).toBe('v1');
    expect(counting([at(2, 10), at(1, 10)])).toBe('v2');
  });

  it('names the questions answered on two devices', () => {
    const other = at(2, 12, { device: 'desk', questionId: 'q1' });
    expect(readJournal([at(1, 10), at(2, 12, { device: 'desk' }), other], rules).contested).toEqual(
      ['q7'],
    );
  });
});

describe('the deadline', () => {
  it('includes its last moment and keeps what comes later, marked', () => {
    expect(fates([at(1, 60)])).toEqual(['counts']);
    const late = at(2, 61);
    expect(fates([at(1, 59), late])).toEqual(['counts', 'late']);
    expect(counting([at(1, 59), late])).toBe('v1');
  });

  it('lets an answer given in time arrive within the sync window', () => {
    const deadline = rules.deadline ?? 0;
    const offline = at(1, 59, { receivedAt: deadline + 72 * HOUR });
    expect(fates([offline])).toEqual(['counts']);
    expect(fates([{ ...offline, receivedAt: offline.receivedAt + 1 }])).toEqual(['arrived-late']);
  });

  it('does not count what was given after the hand-in', () => {
    const handedIn = { ...rules, handedInAt: START + 30 * 60_000 };
    expect(fates([at(1, 29), at(2, 31)], handedIn)).toEqual(['counts', 'after-hand-in']);
  });

  it('does not exist without a time limit', () => {
    expect(fates([at(1, 100_000)], { ...rules, deadline: null })).toEqual(['counts']);
  });
});

describe('law 3', () => {
  it('the order of entries and their repetition change nothing', () => {
    const mixed = journal.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.subarray(entries),
      ),
    );
    fc.assert(
      fc.property(mixed, anyRules, ([entries, shuffled, again], by) => {
        expect(readJournal([...again, ...shuffled, ...again], by)).toEqual(
          readJournal(entries, by),
        );
      }),
    );
  });

  it('nor does the order of arrival, where clocks had their handshake', () => {
    const minutes = fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 8 });
    const arrivals = minutes.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(arrivals, ([given, order]) => {
        const entries = given.map((minute, index) =>
          at(index, minute, { receivedAt: START + 2 * HOUR + order.indexOf(minute) }),
        );
        expect(counting(entries)).toBe(`v${given.indexOf(Math.max(...given))}`);
      }),
    );
  });

  it('no entry is dropped, and of each question exactly one in time counts', () => {
    fc.assert(
      fc.property(journal, anyRules, (entries, by) => {
        const reading = readJournal(entries, by);
        expect(reading.entries.map((judged) => judged.entry.sequence).sort()).toEqual(
          entries.map((item) => item.sequence).sort(),
        );
        const inTime = reading.entries.filter(({ fate }) => /^(counts|superseded)$/.test(fate));
        const questions = new Set(inTime.map((judged) => judged.entry.questionId));
        expect(new Set(reading.answers.keys())).toEqual(questions);
        expect(inTime.filter(({ fate }) => fate === 'counts')).toHaveLength(questions.size);
      }),
    );
  });
});
