import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../../lib/session/session.js';
import { momentNow, type Moment } from '../../journal/clock.js';
import { keptJournals } from '../../journal/journal-store.js';
import { useJournal } from '../../journal/use-journal.js';
import { givenAt, withAnswer, withFlag, withOffice } from './given.js';
import type { Answer, AttemptView } from './question/question.js';

/** Typing is written down when it rests, not letter by letter; of whoever never rests, every few seconds. */
const TYPED: ReadonlySet<string> = new Set(['short', 'numeric', 'gaps']);
const REST_MS = 600;
const LONGEST_MS = 3000;

type Record = ReturnType<typeof useJournal>['record'];

/** What is being typed and not written down yet, and when it was typed. */
interface Typed {
  readonly slot: number;
  readonly value: Answer;
  readonly moment: Moment;
  /** By the monotonic clock, when the first letter came that is not written down. */
  readonly since: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Writes answers down: choices at once, typing when it rests, the field is left, or the page goes away. What was
 * typed counts from its last letter on: time may run out before it is written down.
 */
function useWriting(record: Record) {
  const typed = useRef<Typed>(undefined);
  const settle = useCallback(() => {
    const waiting = typed.current;
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    typed.current = undefined;
    record({ scope: 'answer', slot: waiting.slot, value: waiting.value }, waiting.moment);
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
      if (!TYPED.has(value.type)) return record({ scope: 'answer', slot, value });
      const moment = momentNow();
      const since = typed.current?.since ?? moment.monotonicMs;
      typed.current = { slot, value, moment, since, timer: setTimeout(settle, REST_MS) };
      if (moment.monotonicMs - since >= LONGEST_MS) settle();
    },
    [record, settle],
  );
  return { write, settle };
}

/** Answers and marks of an open attempt, shown at once and kept by the journal. */
export function useAnswers(attempt: AttemptView) {
  const { account } = useSession();
  const [given, setGiven] = useState(() => givenAt(attempt, keptJournals(account.id, attempt.id)));
  const [seen, setSeen] = useState(attempt);
  if (seen !== attempt) {
    setSeen(attempt);
    setGiven(withOffice(given, attempt));
  }
  const { journal, state, record, flush } = useJournal(account.id, attempt);
  const { write, settle } = useWriting(record);
  const answer = useCallback(
    (slot: number, value: Answer) => {
      setGiven((before) => withAnswer(before, slot, value));
      write(slot, value);
    },
    [write],
  );
  const flag = useCallback(
    (slot: number, on: boolean) => {
      setGiven((before) => withFlag(before, slot, on));
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
