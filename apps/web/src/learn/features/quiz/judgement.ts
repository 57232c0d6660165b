import type { readResult, ResponseOf } from '@cam-nang/contracts';
import { isGiven } from './question/question.js';

type Item = ResponseOf<typeof readResult>['items'][number];

/** What may be known of a question: while answers are not shown yet, only whether there is one. */
export type Judgement = 'right' | 'wrong' | 'answered' | 'empty';

/** How a question was judged; right is one that has all its points. */
export function judgementOf(item: Pick<Item, 'points' | 'maxPoints' | 'response'>): Judgement {
  // What is handed in has a response to every question; where nothing was given, one that says nothing.
  if (item.points === null) return isGiven(item.response) ? 'answered' : 'empty';
  return item.points === item.maxPoints ? 'right' : 'wrong';
}

/** How many questions were judged each way. */
export function countJudged(items: readonly Item[]): Readonly<Record<Judgement, number>> {
  const count = { right: 0, wrong: 0, answered: 0, empty: 0 };
  for (const item of items) count[judgementOf(item)] += 1;
  return count;
}
