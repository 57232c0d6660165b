import { useState } from 'react';
import type { RequestView, Review } from '../../kit/curriculum/types.js';

export type Verdict = Review['verdict'];

/** The verdict that is being written, if any. */
export interface Verdicts {
  readonly writing: Verdict | undefined;
  /** Node that the comment begins with. */
  readonly about: string | undefined;
  /** What was typed; it stays while the form is closed, and until it is sent. */
  readonly comment: string | undefined;
  readonly type: (comment: string | undefined) => void;
  readonly canComment: boolean;
  readonly write: (verdict: Verdict) => void;
  readonly commentOn: (nodeId: string | undefined) => void;
  readonly close: () => void;
}

/** Opens and closes the form of a verdict, from the bar of acts or by key. */
export function useVerdicts({ allowed }: Pick<RequestView, 'allowed'>): Verdicts {
  const [writing, setWriting] = useState<Verdict>();
  const [about, setAbout] = useState<string>();
  const [comment, type] = useState<string>();
  return {
    writing,
    about,
    comment,
    type,
    // Whoever wrote in the request may not judge it, but may answer in words.
    canComment: allowed.review || allowed.whyNotReview === 'permission.same_person',
    write: (verdict) => {
      setAbout(undefined);
      setWriting(verdict);
    },
    commentOn: (nodeId) => {
      setAbout(nodeId);
      setWriting('comment');
    },
    close: () => setWriting(undefined),
  };
}
