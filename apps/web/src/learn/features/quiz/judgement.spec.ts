import { describe, expect, it } from '@jest/globals';
import { countJudged, judgementOf } from './judgement.js';

type Item = Parameters<typeof countJudged>[0][number];

const chosen = { type: 'single', optionId: 'o1' } as const;
const item = (response: Item['response'], points: number | null) =>
  ({ response, points, maxPoints: 100 }) as Item;

describe('how a question of a result is judged', () => {
  it('is not said before what was right is shown: only whether there is an answer', () => {
    const items = [
      item(chosen, null),
      item({ type: 'numeric', text: '7' }, null),
      item({ type: 'single', optionId: null }, null),
      item({ type: 'kprim', judged: {} }, null),
      item({ type: 'numeric', text: ' ' }, null),
      item(null, null),
    ];
    expect(countJudged(items)).toEqual({ right: 0, wrong: 0, answered: 2, empty: 4 });
  });

  it('is right with all its points, else wrong, empty or not', () => {
    expect(judgementOf(item(chosen, 100))).toBe('right');
    expect(judgementOf(item(chosen, 50))).toBe('wrong');
    expect(judgementOf(item({ type: 'single', optionId: null }, 0))).toBe('wrong');
  });
});
