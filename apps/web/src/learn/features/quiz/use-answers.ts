import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../../lib/session/session.js';
import { keptJournals } from '../../journal/journal-store.js';
import { useJournal } from '../../journal/use-journal.js';
import type { Answer, AttemptView } from './question/question.js';

/** Typing is written down when it rests, not letter by letter. */
const TYPED: ReadonlySet<string> = new Set(['short', 'numeric', 'gaps']);
const REST_MS = 600;

interface Given {
  readonly answers: ReadonlyMap<number, Answer | null>;
  readonly flags: ReadonlySet<number>;
}

/** What the office has, with what an earlier visit left on this device and has not been sent yet. */
function givenAt(accountId: string, attempt: AttemptView): Given {
  const answers = new Map(attempt.items.map((item) => [item.slot, item.response]));
  const flags = new Set(attempt.items.flatMap((item) => (item.flagged ? [item.slot] : [])));
  for (const { entries } of keptJournals(accountId, attempt.id)) {
    for (const { scope, slot, value } of entries) {
      if (scope === 'answer') answers.set(slot, typeof value === 'boolean' ? null : value);
      else if (value === true) flags.add(slot);
      else flags.delete(slot);
    }
  }
  return { answers, flags };
}

type Record = ReturnType<typeof useJournal>['record'];

/** Writes answers down: choices at once, typing when it rests, the field is left, or the page goes away. */
function useWriting(record: Record) {
  const typed = useRef<{ slot: number; value: Answer; timer: ReturnType<typeof setTimeout> }>(
    undefined,
  );
  const settle = useCallback(() => {
    const waiting = typed.current;
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    typed.current = undefined;
    record({ scope: 'answer', slot: waiting.slot, value: waiting.value });
  }, [record]);
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && settle();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      settle();
    };
  }, [settle]);
  const write = useCallback(
    (slot: number, value: Answer) => {
      if (typed.current?.slot === slot) clearTimeout(typed.current.timer);
      else settle();
      if (!TYPED.has(value.type)) record({ scope: 'answer', slot, value });
      else typed.current = { slot, value, timer: setTimeout(settle, REST_MS) };
    },
    [record, settle],
  );
  return { write, settle };
}

/** Answers and marks of an open attempt, shown at once and kept by the journal. */
export function useAnswers(attempt: AttemptView) {
  const { account } = useSession();
  const [given, setGiven] = useState<Given>(() => givenAt(account.id, attempt));
  const { journal, state, record, flush } = useJournal(account.id, attempt);
  const { write, settle } = useWriting(record);
  const answer = useCallback(
    (slot: number, value: Answer) => {
      setGiven((before) => ({ ...before, answers: new Map(before.answers).set(slot, value) }));
      write(slot, value);
    },
    [write],
  );
  const flag = useCallback(
    (slot: number, on: boolean) => {
      setGiven((before) => ({ ...before, flags: withFlag(before.flags, slot, on) }));
      record({ scope: 'flag', slot, value: on });
    },
    [record],
  );
  const send = useCallback(() => {
    settle();
    return flush();
  }, [settle, flush]);
  return { ...given, answer, flag, journal, state, send };
}

function withFlag(flags: ReadonlySet<number>, slot: number, on: boolean): ReadonlySet<number> {
  const others = [...flags].filter((one) => one !== slot);
  return new Set(on ? [...others, slot] : others);
}
