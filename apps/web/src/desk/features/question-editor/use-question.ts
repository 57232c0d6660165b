import { useState } from 'react';
import type { QuestionContent } from '@cam-nang/domain';
import type { DraftContent } from '../../editor/draft/draft-saver.js';
import { useDraftSaver } from '../../editor/draft/use-draft-saver.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import { questionTitle } from './model/question-edit.js';
import { questionProblems, tidied } from './model/question-problems.js';

/** The question that a content holds. */
export function questionOf({ meta }: Pick<DraftContent, 'meta'>): QuestionContent {
  return meta as unknown as QuestionContent;
}

/** What is being written, outside React, for the saver. */
class QuestionWriting {
  constructor(
    private question: QuestionContent,
    private readonly title: string,
  ) {}

  readonly set = (question: QuestionContent): void => {
    this.question = question;
  };

  readonly isReady = (): boolean => questionProblems(this.question).length === 0;

  readonly read = (): DraftContent => ({
    title: questionTitle(this.question.stem) || this.title,
    meta: tidied(this.question) as unknown as DraftContent['meta'],
    document: null,
  });
}

/** A question being written, saved as it changes once nothing is left to mend. */
export function useQuestion(first: DraftView) {
  const [draft] = useState(first);
  const [writing] = useState(() => new QuestionWriting(questionOf(draft.node), draft.node.title));
  const { saver, opened, state } = useDraftSaver(draft, writing);
  const [question, show] = useState(() => {
    const begun = questionOf(opened.content);
    writing.set(begun);
    return begun;
  });
  const put = (next: QuestionContent) => {
    writing.set(next);
    show(next);
  };
  return {
    draft,
    saver,
    opened,
    state,
    question,
    problems: questionProblems(question),
    write: (next: QuestionContent) => {
      put(next);
      saver.touch();
    },
    replace: put,
    contentNow: writing.read,
  };
}

export type WrittenQuestion = ReturnType<typeof useQuestion>;
