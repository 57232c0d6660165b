import { describe, expect, it } from '@jest/globals';
import { nodeHappened, passageHappened } from './what-happened.js';

const step = (revisionId: string | null, moved = false) => ({ revisionId, moved });

describe('what a version did', () => {
  it('to a node: first, changed, moved, taken out, brought back', () => {
    const steps = [step('a'), step('b', true), step('b', true), step(null), step('a')];
    expect(steps.map((_, index) => nodeHappened(steps, index).what)).toEqual([
      'first',
      'changed',
      'moved',
      'removed',
      'restored',
    ]);
  });

  it('to a passage: first words, others, none, words again', () => {
    const wordings = [{ text: 'a' }, { text: 'b' }, { text: null }, { text: 'b' }];
    expect(wordings.map((_, index) => passageHappened(wordings, index).what)).toEqual([
      'first',
      'reworded',
      'gone',
      'added',
    ]);
  });
});
