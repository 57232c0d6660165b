import { useEffect, useState } from 'react';
import type { QuestionContent } from '@cam-nang/domain';
import type { DraftContent } from '../../editor/draft/draft-state.js';
import { draftTexts, type DraftTexts } from '../../editor/draft/draft-texts.js';
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
  private question: QuestionContent;
  private readonly title: string;
  readonly texts: DraftTexts;
  private onAdopted: (question: QuestionContent) => void = () => undefined;

  constructor(node: DraftView['node']) {
    this.question = questionOf(node);
    this.title = node.title;
    this.texts = draftTexts(node, (content) => content);
  }

  /** Tells of a merged question, for the form. */
  readonly whenAdopted = (listener: (question: QuestionContent) => void): void => {
    this.onAdopted = listener;
  };

  readonly adopt = (content: DraftContent): void => {
    this.question = questionOf(content);
    this.onAdopted(this.question);
  };

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
  const [writing] = useState(() => new QuestionWriting(draft.node));
  const { saver, opened, state } = useDraftSaver(draft, writing);
  const [question, show] = useState(() => {
    const begun = questionOf(opened.content);
    writing.set(begun);
    return begun;
  });
  useEffect(() => {
    writing.whenAdopted(show);
  }, [writing]);
  return {
    draft,
    saver,
    opened,
    state,
    question,
    problems: questionProblems(question),
    write: (next: QuestionContent) => {
      writing.set(next);
      show(next);
      saver.touch();
    },
  };
}

export type WrittenQuestion = ReturnType<typeof useQuestion>;
