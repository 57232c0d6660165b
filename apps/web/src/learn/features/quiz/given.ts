import type { StoredJournal } from '../../journal/journal-store.js';
import type { Answer, AttemptView } from './question/question.js';

/** What was answered and marked in an attempt, and which questions this device has said something about. */
export interface Given {
  readonly answers: ReadonlyMap<number, Answer | null>;
  readonly flags: ReadonlySet<number>;
  readonly own: ReadonlySet<number>;
}

/** What the office has, with what an earlier visit left on this device and has not been sent yet. */
export function givenAt(attempt: AttemptView, kept: readonly StoredJournal[]): Given {
  const entries = kept.flatMap((journal) => journal.entries);
  return entries.reduce<Given>(
    (given, { scope, slot, value }) =>
      scope === 'flag'
        ? withFlag(given, slot, value === true)
        : withAnswer(given, slot, typeof value === 'boolean' ? null : value),
    {
      answers: new Map(attempt.items.map((item) => [item.slot, item.response])),
      flags: new Set(attempt.items.flatMap((item) => (item.flagged ? [item.slot] : []))),
      own: new Set(),
    },
  );
}

export function withAnswer(given: Given, slot: number, value: Answer | null): Given {
  const answers = new Map(given.answers).set(slot, value);
  return { ...given, answers, own: new Set(given.own).add(slot) };
}

export function withFlag(given: Given, slot: number, on: boolean): Given {
  const flags = new Set(given.flags);
  if (on) flags.add(slot);
  else flags.delete(slot);
  return { ...given, flags, own: new Set(given.own).add(slot) };
}

/** What the office says now, of every question that this device has said nothing about since it was opened. */
export function withOffice(given: Given, attempt: AttemptView): Given {
  const others = attempt.items.filter(({ slot }) => !given.own.has(slot));
  return others.reduce<Given>(
    (before, { slot, response, flagged }) => ({
      ...withFlag(withAnswer(before, slot, response), slot, flagged),
      own: given.own,
    }),
    given,
  );
}

/** The attempt as it is left: whoever comes back to it sees what was given at once, without a network too. */
export function attemptLeft(attempt: AttemptView, given: Given): AttemptView {
  const items = attempt.items.map((item) => ({
    ...item,
    response: given.answers.get(item.slot) ?? null,
    flagged: given.flags.has(item.slot),
  }));
  return { ...attempt, items };
}
