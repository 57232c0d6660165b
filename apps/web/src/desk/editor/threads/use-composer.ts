import { useState } from 'react';
import { openEditionThread, openRequestThread } from '@cam-nang/contracts/routes';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { OF_THREADS } from './changes-of-threads.js';
import { messages } from './messages/index.js';
import type { Opening, ThreadSubject, ThreadTarget } from './thread-types.js';

/** What is being written about a passage. */
export interface Written {
  readonly kind: 'comment' | 'suggest';
  readonly body: string;
  readonly words: string;
  readonly blocking: boolean;
}

/** The comment that is being written, if any. */
export interface Composer {
  readonly target: ThreadTarget | undefined;
  readonly written: Written | undefined;
  readonly start: (target: ThreadTarget, kind?: Written['kind']) => void;
  readonly write: (part: Partial<Written>) => void;
  readonly close: () => void;
  readonly send: () => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
}

/** What is still missing before something can be sent. */
export function missingOf(
  target: Pick<ThreadTarget, 'wording'>,
  { kind, body, words }: Written,
): 'body' | 'wordsMissing' | 'wordsSame' | undefined {
  if (kind === 'comment') return body.trim() === '' ? 'body' : undefined;
  if (words.trim() === '') return 'wordsMissing';
  return spelled(words) === spelled(target.wording ?? '') ? 'wordsSame' : undefined;
}

function spelled(words: string): string {
  return words.normalize('NFC').trim();
}

/**
 * Writes about passages of a request or an edition. What was typed about a passage stays while the form is closed
 * and until it is sent, for each passage on its own.
 */
export function useComposer(subject: ThreadSubject, seenHash: string): Composer {
  const { t } = useMessages(messages);
  const [target, setTarget] = useState<ThreadTarget>();
  const [kept, setKept] = useState<Readonly<Record<string, Written>>>({});
  const act = useOpening(subject, () => {
    if (target !== undefined) setKept((all) => without(all, keyOf(target)));
    setTarget(undefined);
    toast(t('sent'));
  });
  const written = target === undefined ? undefined : kept[keyOf(target)];
  const send = async () => {
    if (target === undefined || written === undefined) return false;
    return act.open(bodyOf(target, written, seenHash));
  };
  return {
    target,
    written,
    start: (next, kind = 'comment') => {
      act.clear();
      const key = keyOf(next);
      const before = kept[key] ?? startOf(next);
      setKept({ ...kept, [key]: { ...before, kind: next.wording === null ? 'comment' : kind } });
      setTarget(next);
    },
    write: (part) => {
      if (target === undefined || written === undefined) return;
      setKept({ ...kept, [keyOf(target)]: { ...written, ...part } });
    },
    close: () => setTarget(undefined),
    send,
    busy: act.busy,
    problem: act.problem,
  };
}

/** Opens a thread on a request or on an edition. */
function useOpening(subject: ThreadSubject, onDone: () => void) {
  const options = { changes: OF_THREADS, onDone };
  const onRequest = useAct(openRequestThread, options);
  const onEdition = useAct(openEditionThread, options);
  const { id } = subject;
  return subject.kind === 'request'
    ? {
        ...onRequest,
        open: (body: Opening) => onRequest.run({ params: { requestId: id }, body }),
      }
    : {
        ...onEdition,
        open: (body: Opening) => onEdition.run({ params: { editionId: id }, body }),
      };
}

function startOf({ wording }: ThreadTarget): Written {
  return { kind: 'comment', body: '', words: wording ?? '', blocking: false };
}

/** A passage is found again by its words, though the text around it is written on. */
function keyOf({ passage: { nodeId, blockId, quote } }: ThreadTarget): string {
  return JSON.stringify([nodeId, blockId, quote]);
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _sent, ...rest } = all;
  return rest;
}

function bodyOf({ passage, wording }: ThreadTarget, written: Written, seenHash: string): Opening {
  const { kind, body, words, blocking } = written;
  const { blockId } = passage;
  const suggests = kind === 'suggest' && blockId !== null && wording !== null;
  const suggestion = suggests ? { blockId, seen: wording, words } : null;
  return { passage, seenHash, blocking, body: body.trim(), suggestion };
}
