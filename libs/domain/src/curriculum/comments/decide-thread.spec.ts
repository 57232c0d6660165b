import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  decideThread,
  THREAD_COMMANDS,
  type NewThreadEntry,
  type ThreadCommand,
  type ThreadContext,
} from './decide-thread.js';
import { isThreadOpen, suggestionState, type Thread } from './thread.js';

const OPEN: ThreadContext = { closed: null, mayEdit: false, mayOverrule: false };
const EDITOR: ThreadContext = { ...OPEN, mayEdit: true };

function thread(facts: Partial<Thread> = {}): Thread {
  const first = { id: 's1', kind: 'suggestion' as const, by: 'dung', about: null };
  return { openedBy: 'dung', blocking: false, entries: [first], ...facts };
}

function after(before: Thread, entries: readonly NewThreadEntry[], by: string): Thread {
  const next = entries.map((entry, index) => ({
    ...entry,
    id: `e${before.entries.length + index}`,
    by,
  }));
  return { ...before, entries: [...before.entries, ...next] };
}

const COMMANDS: Readonly<Record<ThreadCommand['kind'], ThreadCommand>> = {
  answer: { kind: 'answer', by: 'hang', suggests: false },
  resolve: { kind: 'resolve', by: 'hang' },
  reopen: { kind: 'reopen', by: 'hang' },
  take_over: { kind: 'take_over', by: 'hang', suggestionId: 's1' },
  decline: { kind: 'decline', by: 'hang', suggestionId: 's1', reason: 'Đã đúng luật.' },
};

describe('a thread', () => {
  it('hears nothing once what it is about is closed', () => {
    const closed = { ...EDITOR, closed: 'change_request.wrong_state' };
    for (const kind of THREAD_COMMANDS) {
      expect(decideThread(thread(), COMMANDS[kind], closed)).toMatchObject({
        ok: false,
        error: { code: 'change_request.wrong_state' },
      });
    }
  });

  it('that holds a request up is resolved by whoever opened it, or by who has the last word', () => {
    const blocking = thread({ blocking: true });
    expect(decideThread(blocking, COMMANDS.resolve, EDITOR)).toMatchObject({
      ok: false,
      error: { code: 'comment.opener_resolves' },
    });
    const resolved = { ok: true, value: [{ kind: 'resolved', about: null }] };
    expect(decideThread(blocking, { kind: 'resolve', by: 'dung' }, OPEN)).toEqual(resolved);
    expect(decideThread(blocking, COMMANDS.resolve, { ...OPEN, mayOverrule: true })).toEqual(
      resolved,
    );
    expect(decideThread(thread(), COMMANDS.resolve, OPEN)).toEqual(resolved);
  });

  it('is settled by taking over what its opener wished for, and not by less', () => {
    const taken = { kind: 'taken_over', about: 's1' };
    const resolved = { kind: 'resolved', about: null };
    const of = (facts: Partial<Thread>) => decideThread(thread(facts), COMMANDS.take_over, EDITOR);
    expect(of({})).toEqual({ ok: true, value: [taken, resolved] });
    expect(of({ blocking: true })).toEqual({ ok: true, value: [taken, resolved] });
    expect(of({ blocking: true, openedBy: 'duc' })).toEqual({ ok: true, value: [taken] });
  });

  it('lets only who writes take over, and who proposed take back', () => {
    expect(decideThread(thread(), COMMANDS.take_over, OPEN)).toMatchObject({
      error: { code: 'permission.denied' },
    });
    expect(decideThread(thread(), COMMANDS.decline, OPEN)).toMatchObject({
      error: { code: 'permission.denied' },
    });
    const own = { ...COMMANDS.decline, by: 'dung' };
    expect(decideThread(thread(), own, OPEN).ok).toBe(true);
    const silent = { kind: 'decline', by: 'hang', suggestionId: 's1', reason: ' ' } as const;
    expect(decideThread(thread(), silent, EDITOR)).toMatchObject({
      error: { code: 'request.invalid' },
    });
    const unknown = { kind: 'take_over', by: 'hang', suggestionId: 'zz' } as const;
    expect(decideThread(thread(), unknown, EDITOR)).toMatchObject({
      error: { code: 'resource.not_found' },
    });
  });

  it('answers a suggestion once, and the same button twice, whatever people press in any order', () => {
    const press = fc.tuple(
      fc.constantFrom(...THREAD_COMMANDS),
      fc.constantFrom('dung', 'hang', 'duc'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 25 }), fc.boolean(), (presses, blocking) => {
        let now = thread({ blocking });
        for (const [kind, by, mayEdit] of presses) {
          const wasOpen = isThreadOpen(now);
          const command = { ...COMMANDS[kind], by };
          const decision = decideThread(now, command, { ...OPEN, mayEdit });
          const next = decision.ok ? after(now, decision.value, by) : now;
          if (decision.ok && kind === 'resolve') expect(isThreadOpen(next)).toBe(false);
          if (decision.ok && kind === 'reopen') expect(isThreadOpen(next)).toBe(true);
          if (kind === 'answer') expect(isThreadOpen(next)).toBe(wasOpen);
          const answers = next.entries.filter(({ about }) => about === 's1');
          expect(answers.length).toBeLessThan(2);
          expect(suggestionState(next, 's1')).toBe(answers[0]?.kind ?? 'open');
          now = next;
        }
      }),
    );
  });
});
