import type {
  answerThread,
  InputOf,
  listRequestThreads,
  openRequestThread,
  ResponseOf,
} from '@cam-nang/contracts';

/** What people say about passages, as the answers carry it. */
export type ThreadView = ResponseOf<typeof answerThread>;
export type ThreadEntry = ThreadView['entries'][number];
export type Suggestion = NonNullable<ThreadEntry['suggestion']>;
export type ThreadList = ResponseOf<typeof listRequestThreads>;
export type ThreadRights = ThreadList['allowed'];
export type Opening = InputOf<typeof openRequestThread>['body'];
export type AskedPassage = Opening['passage'];

/** What threads are about. */
export type ThreadSubject =
  | { readonly kind: 'request'; readonly id: string }
  | { readonly kind: 'edition'; readonly id: string };

/** A passage that somebody is about to speak about. */
export interface ThreadTarget {
  readonly passage: AskedPassage;
  /** "3.2 Tiếp nhận đơn": where it is, in words. */
  readonly about: string;
  /** Words of the block, where others can be proposed for them; null where they cannot. */
  readonly wording: string | null;
}

/** Element id of a thread, for links to it. */
export function threadAnchor(threadId: string): string {
  return `thread-${threadId}`;
}
