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

const LONGEST_SECONDS = 86_400;

function storeBlocks(key: string, blockIds: readonly string[]): void {
  writeStored(key, blockIds.length === 0 ? null : [...new Set(blockIds)].join(' '));
}

/** Seconds on the lesson: of earlier visits, and since it was opened this time. */
function secondsSpent({ progress }: Lesson, openedAt: number): number {
  const now = Math.round((Date.now() - openedAt) / 1000);
  return Math.min(LONGEST_SECONDS, progress.seconds + now);
}

/** Sends a little after each change, when the network comes back, and when the page is put away. */
function useSending(send: () => Promise<void>): void {
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
  const [openedAt] = useState(() => Date.now());
  const last = useRef(lesson.progress.lastBlockId);
  const sent = useRef(new Set(lesson.progress.blocksRead));

  const send = useCallback(async () => {
    const unsent = [...read].filter((id) => !sent.current.has(id));
    if (unsent.length === 0) return;
    const { nodeId, revisionId } = lesson;
    const seconds = secondsSpent(lesson, openedAt);
    const body = { revisionId, blocksRead: [...read], lastBlockId: last.current, seconds };
    try {
      const answer = await call(saveProgress, { params: { enrolmentId, nodeId }, body });
      for (const id of unsent) sent.current.add(id);
      // What was read while this was on its way is still to be sent.
      storeBlocks(
        key,
        storedBlocks(key).filter((id) => !sent.current.has(id)),
      );
      setReceivedAt(answer.receivedAt);
      setState('received');
    } catch (error) {
      setState(asProblem(error).isNetwork ? 'waiting' : 'not-counted');
    }
  }, [read, enrolmentId, lesson, openedAt, key]);

  useSending(send);

  const onRead = useCallback(
    (blockIds: readonly string[]) => {
      last.current = blockIds.at(-1) ?? last.current;
      storeBlocks(key, [...storedBlocks(key), ...blockIds]);
      setRead((before) => new Set([...before, ...blockIds]));
    },
    [key],
  );
  return { read, onRead, state, receivedAt };
}
