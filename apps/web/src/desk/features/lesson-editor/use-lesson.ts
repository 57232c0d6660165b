import { useCallback, useEffect, useRef, useState } from 'react';
import type { JSONContent } from '@tiptap/core';
import { exceededLimit } from '@cam-nang/content/editor';
import { countWords, documentPlainText, type RichDocument } from '@cam-nang/content/read';
import type { DraftContent } from '../../editor/draft/draft-state.js';
import { useDraftSaver } from '../../editor/draft/use-draft-saver.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import { documentOf, LessonWriting } from './lesson-writing.js';
import { lessonChecks, type LessonCheck } from './model/lesson-checks.js';

const SYLLABLES_A_MINUTE = 110;
const LOOK_AFTER = 500;

/** How long a text is and what it still needs; looked at a moment after the last key. */
export interface LessonLook {
  readonly words: number;
  readonly minutes: number;
  readonly checks: readonly LessonCheck[];
  /** Whether it is too long to be saved; what was imported may be so from the first. */
  readonly tooLong: boolean;
}

function look(document: JSONContent): LessonLook {
  const words = countWords(documentPlainText(document as unknown as RichDocument));
  return {
    words,
    minutes: Math.ceil(words / SYLLABLES_A_MINUTE),
    checks: lessonChecks(document, words),
    tooLong: exceededLimit(document) !== null,
  };
}

/** A lesson being written: its title, settings and text, saved as they change. */
export function useLesson(first: DraftView) {
  // What was opened stays what was opened, whatever is read again meanwhile.
  const [draft] = useState(first);
  const [writing] = useState(() => new LessonWriting(draft.node));
  const { saver, opened, state } = useDraftSaver(draft, writing);
  // Before the editor is made: it begins with what was opened.
  const [shown, show] = useState(() => {
    writing.begin(opened.content);
    return opened.content;
  });
  const [seen, setSeen] = useState(() => look(documentOf(opened.content)));
  useEffect(() => {
    // What others wrote comes into the fields beside the text as well.
    writing.whenAdopted((content) => {
      show(content);
      setSeen(look(documentOf(content)));
    });
  }, [writing]);
  const lookSoon = useSoon(() => setSeen(look(writing.documentNow())));
  const changed = useCallback(() => {
    saver.touch();
    lookSoon();
  }, [saver, lookSoon]);
  const write = (part: Partial<Pick<DraftContent, 'title' | 'meta'>>) => {
    writing.set(part);
    show({ ...shown, ...part });
    changed();
  };
  return {
    draft,
    opened,
    saver,
    state,
    title: shown.title,
    meta: shown.meta,
    seen,
    changed,
    ready: writing.setEditor,
    documentNow: writing.documentNow,
    writeTitle: (title: string) => write({ title }),
    writeMeta: (meta: DraftContent['meta']) => write({ meta }),
  };
}

export type Lesson = ReturnType<typeof useLesson>;

/** Runs something once a moment has passed without another call. */
function useSoon(work: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), LOOK_AFTER);
  }, []);
}
