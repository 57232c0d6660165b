import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { listRequestThreads } from '@cam-nang/contracts/routes';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { toast } from '../../../ui/toast.js';
import { useRead } from '../../data/query.js';
import type { DraftSaver } from '../../editor/draft/draft-saver.js';
import { markPassages, placesIn, type Spoken } from '../../editor/threads/beside/passage-marks.js';
import { inTextOrder, nearestPlace } from '../../editor/threads/beside/quote-place.js';
import type { ThreadView } from '../../editor/threads/thread-types.js';
import { useCommenting, type Commenting } from '../../editor/threads/use-commenting.js';
import type { AroundTakingOver } from '../../editor/threads/use-taking-over.js';
import { pickThenSave, unsaved } from './pick-then-save.js';
import type { Lesson } from './use-lesson.js';

/** How often the page looks whether somebody said something meanwhile. */
const LOOK_AGAIN = 30_000;

/** What people say about a lesson that is open in an editor. */
export interface LessonThreads {
  readonly commenting: Commenting;
  /** Open ones in the order of the text; those that are nowhere in it come first. */
  readonly open: readonly ThreadView[];
  readonly settled: number;
  readonly around: AroundTakingOver;
  /** Leads to the passage in the text. */
  readonly show: (thread: ThreadView) => void;
  /** About what is selected now, or about the block the cursor is in. */
  readonly speak: () => Promise<void>;
}

/** Reads the threads of a lesson and joins them to its text. */
export function useLessonThreads(
  lesson: Lesson,
  editor: Editor | undefined,
  request: { readonly overlayHash: string; readonly name: string } | undefined,
): LessonThreads {
  const { requestId, nodeId } = lesson.draft;
  const from = useRead(listRequestThreads, { params: { requestId } }, { everyMs: LOOK_AGAIN });
  const commenting = useCommenting(from, {
    subject: { kind: 'request', id: requestId },
    seenHash: request?.overlayHash ?? '',
    nameOf: () => request?.name ?? '',
    // Whoever has the text open writes other words themselves.
    wordingOf: () => null,
  });
  const { threads, speakOf } = commenting;
  const own = useMemo(() => threads.filter((one) => one.nodeId === nodeId), [threads, nodeId]);
  const open = useInOrder(own, editor);
  useEffect(() => {
    if (editor?.isDestroyed === false) markPassages(editor, open.flatMap(spokenOf));
  }, [editor, open]);
  return {
    commenting,
    open,
    settled: own.length - open.length,
    around: useAround(lesson.saver),
    show: useCallback((thread) => editor && goTo(editor, thread), [editor]),
    speak: useSpeaking(lesson, editor, speakOf),
  };
}

/** A wording is taken over into what was typed until now; what the server then has comes back into the editor. */
function useAround(saver: DraftSaver): AroundTakingOver {
  return useMemo(
    () => ({
      before: async () => {
        await saver.flush();
        const problem = unsaved(saver);
        if (problem !== undefined) throw problem;
      },
      after: () => {
        // Saving again meets the new text at the server and merges it in, whatever was typed meanwhile.
        saver.touch();
        return saver.flush();
      },
    }),
    [saver],
  );
}

/** Says what is selected, once the server has the words. */
function useSpeaking(
  lesson: Lesson,
  editor: Editor | undefined,
  speakOf: Commenting['speakOf'],
): () => Promise<void> {
  const say = useProblemText();
  return async () => {
    if (editor === undefined) return;
    const { passage, problem } = await pickThenSave(editor, lesson);
    if (problem === undefined) speakOf(passage);
    else toast(say(problem));
  };
}

/** Open threads in the order of the text as it stands in the editor: sections are moved while one writes. */
function useInOrder(
  threads: readonly ThreadView[],
  editor: Editor | undefined,
): readonly ThreadView[] {
  const open = useMemo(() => threads.filter((thread) => thread.open), [threads]);
  const [order, setOrder] = useState('');
  useEffect(() => {
    if (editor === undefined) return undefined;
    const look = () => {
      if (editor.isDestroyed) return;
      const sorted = inTextOrder(editor.state.doc, open, (thread) => spokenOf(thread)[0]);
      setOrder(sorted.map(({ id }) => id).join(' '));
    };
    look();
    editor.on('update', look);
    return () => {
      editor.off('update', look);
    };
  }, [editor, open]);
  return useMemo(() => {
    const ids = order.split(' ');
    return [...open].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }, [open, order]);
}

/** Words of the new text; those of the old one are not in the editor. */
function spokenOf({ id, side, quote, place }: ThreadView): readonly Spoken[] {
  const { blockId, start } = place;
  return side === 'before' || blockId === null ? [] : [{ threadId: id, blockId, quote, start }];
}

/** Where the words are other ones now, to the block in which they were; where nothing is left, to the beginning. */
function goTo(editor: Editor, { id, place: { blockId } }: ThreadView): void {
  const { doc } = editor.state;
  const { from, to, whole } = placesIn(editor).get(id) ?? nearestPlace(doc, blockId);
  const start = whole ? Selection.near(doc.resolve(from + 1)).from : from;
  const { node } = editor.view.domAtPos(start);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
  const inside = { from: start, to: whole ? start : to };
  editor.chain().setTextSelection(inside).focus(null, { scrollIntoView: false }).run();
}
