import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { readLesson as readLessonContract, ResponseOf } from '@cam-nang/contracts';
import { readLesson, saveProgress } from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { asProblem, mayPass } from '../../../lib/api/problem.js';
import { putResource } from '../../../lib/api/resource.js';
import { useSession } from '../../../lib/session/session.js';
import {
  forgetBlocks,
  keepBlocks,
  keptBlocks,
  type ReadingPlace,
} from '../../journal/kept-progress.js';

type Lesson = ResponseOf<typeof readLessonContract>;

/** Where the progress of a lesson has got to. */
export type ProgressState = 'quiet' | 'waiting' | 'received' | 'not-counted';

const SEND_AFTER_MS = 2500;
const TRY_AGAIN_MS = 10_000;
const LONGEST_SECONDS = 86_400;

/** Seconds on the lesson: of earlier visits, and since it was opened this time by a clock that nobody can set. */
function secondsSpent(visit: { readonly before: number; readonly openedAt: number }): number {
  const now = Math.round((performance.now() - visit.openedAt) / 1000);
  return Math.min(LONGEST_SECONDS, visit.before + now);
}

/** The value of the last render, for what happens later. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/**
 * Sends a little after each change (at once after the last), again and again while it waits, when the network comes
 * back, when the page is put away, and when the lesson is left for another page.
 */
function useSending(send: () => Promise<void>, after: number, waits: boolean): void {
  const latest = useLatest(send);
  useEffect(() => {
    const timer = setTimeout(() => void send(), after);
    return () => clearTimeout(timer);
  }, [send, after]);
  useEffect(() => {
    if (!waits) return undefined;
    const every = setInterval(() => void latest.current(), TRY_AGAIN_MS);
    return () => clearInterval(every);
  }, [waits, latest]);
  useEffect(() => {
    const now = () => void latest.current();
    const hidden = () => document.visibilityState === 'hidden' && now();
    addEventListener('online', now);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', hidden);
      now();
    };
  }, [latest]);
}

/** What the office knows as read, with what this device has added; that is kept here at once. */
function useRead(lesson: Lesson, place: ReadingPlace) {
  const [added, setAdded] = useState<ReadonlySet<string>>(() => new Set(keptBlocks(place)));
  const { blocksRead } = lesson.progress;
  const read = useMemo(() => new Set([...blocksRead, ...added]), [blocksRead, added]);
  const add = useCallback(
    (blockIds: readonly string[]) => {
      keepBlocks(place, [...keptBlocks(place), ...blockIds]);
      setAdded((before) => new Set([...before, ...blockIds]));
    },
    [place],
  );
  return { read, added, add };
}

/**
 * Keeps what has been read: at once on this device, then sent to the office, and again until it
 * is received. What is read only ever grows, so sending twice or out of order does no harm.
 */
export function useProgress(enrolmentId: string, lesson: Lesson) {
  const { account } = useSession();
  const { nodeId, revisionId } = lesson;
  const [place] = useState({ accountId: account.id, enrolmentId, nodeId, revisionId });
  const { blocksTotal, seconds, lastBlockId } = lesson.progress;
  const { read, added, add } = useRead(lesson, place);
  const [state, setState] = useState<ProgressState>('quiet');
  const [receivedAt, setReceivedAt] = useState<string>();
  const [visit] = useState(() => ({ before: seconds, openedAt: performance.now() }));
  const last = useRef(lastBlockId);
  const sent = useRef(new Set<string>());
  const latest = useLatest(lesson);
  const send = useCallback(async () => {
    const unsent = [...added].filter((id) => !sent.current.has(id));
    if (unsent.length === 0) return;
    const params = { enrolmentId, nodeId };
    const spent = { lastBlockId: last.current, seconds: secondsSpent(visit) };
    try {
      const body = { revisionId, blocksRead: [...added], ...spent };
      const answer = await call(saveProgress, { params, body });
      for (const id of unsent) sent.current.add(id);
      forgetBlocks(place, sent.current);
      // Whoever leaves the lesson and comes back finds it as it was left.
      putResource(readLesson, { params }, { ...latest.current, progress: answer.progress });
      setReceivedAt(answer.receivedAt);
      setState('received');
    } catch (error) {
      setState(mayPass(asProblem(error)) ? 'waiting' : 'not-counted');
    }
  }, [added, place, enrolmentId, nodeId, revisionId, visit, latest]);

  const whole = read.size >= blocksTotal;
  useSending(send, whole ? 0 : SEND_AFTER_MS, state === 'waiting');

  const onRead = useCallback(
    (blockIds: readonly string[]) => {
      last.current = blockIds.at(-1) ?? last.current;
      add(blockIds);
    },
    [add],
  );
  return { read, onRead, state, receivedAt };
}
