import { useCallback, useEffect, useRef, useState } from 'react';
import type { readLesson, ResponseOf } from '@cam-nang/contracts';
import { saveProgress } from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { asProblem } from '../../../lib/api/problem.js';
import { readStored, writeStored } from '../../../lib/stored.js';

type Lesson = ResponseOf<typeof readLesson>;

/** Where the progress of a lesson has got to. */
export type ProgressState = 'quiet' | 'waiting' | 'received' | 'not-counted';

const SEND_AFTER_MS = 2500;

const keyOf = (enrolmentId: string, lesson: Lesson): string =>
  `cam-nang.progress.${enrolmentId}.${lesson.nodeId}.${lesson.revisionId}`;

/** What this device remembers as read and not yet received. */
function storedBlocks(key: string): readonly string[] {
  return readStored(key)?.split(' ') ?? [];
}

/**
 * Keeps what has been read: at once on this device, then sent to the office, and again until it
 * is received. What is read only ever grows, so sending twice or out of order does no harm.
 */
export function useProgress(enrolmentId: string, lesson: Lesson) {
  const key = keyOf(enrolmentId, lesson);
  const [read, setRead] = useState<ReadonlySet<string>>(
    () => new Set([...lesson.progress.blocksRead, ...storedBlocks(key)]),
  );
  const [state, setState] = useState<ProgressState>('quiet');
  const [receivedAt, setReceivedAt] = useState<string>();
  const pending = useRef({
    last: lesson.progress.lastBlockId,
    since: Date.now(),
    seconds: lesson.progress.seconds,
  });
  const sent = useRef(new Set(lesson.progress.blocksRead));

  const send = useCallback(async () => {
    const unsent = [...read].filter((id) => !sent.current.has(id));
    if (unsent.length === 0) return;
    const { last, since, seconds } = pending.current;
    const body = {
      revisionId: lesson.revisionId,
      blocksRead: [...read],
      lastBlockId: last,
      seconds: Math.min(86_400, seconds + Math.round((Date.now() - since) / 1000)),
    };
    try {
      const answer = await call(saveProgress, {
        params: { enrolmentId, nodeId: lesson.nodeId },
        body,
      });
      for (const id of unsent) sent.current.add(id);
      writeStored(key, null);
      setReceivedAt(answer.receivedAt);
      setState('received');
    } catch (error) {
      setState(asProblem(error).isNetwork ? 'waiting' : 'not-counted');
    }
  }, [read, enrolmentId, lesson.nodeId, lesson.revisionId, key]);

  useEffect(() => {
    const timer = setTimeout(() => void send(), SEND_AFTER_MS);
    const now = () => void send();
    const hidden = () => document.visibilityState === 'hidden' && now();
    addEventListener('online', now);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [send]);

  const onRead = useCallback(
    (blockIds: readonly string[]) => {
      pending.current.last = blockIds.at(-1) ?? pending.current.last;
      setRead((before) => {
        const after = new Set([...before, ...blockIds]);
        writeStored(key, [...after].join(' '));
        return after;
      });
    },
    [key],
  );
  return { read, onRead, state, receivedAt };
}
