import { describe, expect, it } from '@jest/globals';
import type { StoredJournal } from '../../journal/journal-store.js';
import { attemptLeft, givenAt, withAnswer, withFlag, withOffice } from './given.js';
import type { AttemptView } from './question/question.js';

const chosen = (optionId: string) => ({ type: 'single', optionId }) as const;
const item = (slot: number, optionId: string | null, flagged = false) => ({
  slot,
  flagged,
  response: optionId === null ? null : chosen(optionId),
});
const attempt = (...items: ReturnType<typeof item>[]) =>
  ({ id: 'a', items }) as unknown as AttemptView;

describe('what was given in an attempt', () => {
  it('is what the office has, with what waits on this device', () => {
    const entries = [
      { scope: 'answer', slot: 2, value: chosen('o2') },
      { scope: 'flag', slot: 1, value: false },
    ];
    const kept = [{ entries }] as unknown as StoredJournal[];
    const given = givenAt(attempt(item(1, 'o1', true), item(2, null)), kept);
    expect([...given.answers.values()]).toEqual([chosen('o1'), chosen('o2')]);
    expect([...given.flags]).toEqual([]);
  });

  it('is there again for whoever left the page and comes back, before the office is asked', () => {
    const opened = attempt(item(1, null), item(2, null));
    const given = withFlag(withAnswer(givenAt(opened, []), 1, chosen('o1')), 2, true);
    const again = givenAt(attemptLeft(opened, given), []);
    expect(again.answers).toEqual(given.answers);
    expect(again.flags).toEqual(given.flags);
  });

  it('takes what another device answered meanwhile, and leaves alone what was said here', () => {
    const given = withAnswer(givenAt(attempt(item(1, null), item(2, null)), []), 1, chosen('here'));
    const after = withOffice(given, attempt(item(1, 'there'), item(2, 'there', true)));
    expect([...after.answers.values()]).toEqual([chosen('here'), chosen('there')]);
    expect([...after.flags]).toEqual([2]);
    expect([...after.own]).toEqual([1]);
  });
});
