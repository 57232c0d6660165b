import { describe, expect, it } from '@jest/globals';
import { newestEdition, nodeHappened, passageHappened } from './what-happened.js';

const step = (before: number | null, revisionId: string | null, moved = false) => ({
  ...{ before, revisionId, moved },
});

describe('what a version did', () => {
  it('to a node: first, changed, moved, taken out, brought back', () => {
    const steps = [
      step(null, 'a'),
      step(0, 'b', true),
      step(1, 'b', true),
      step(2, null),
      step(3, 'a'),
      step(0, 'c'),
    ];
    expect(steps.map((_, index) => nodeHappened(steps, index).what)).toEqual([
      'first',
      'changed',
      'moved',
      'removed',
      'restored',
      'changed',
    ]);
  });

  it('to a passage: first words, others, none, words again', () => {
    const texts = ['a', 'b', null, 'b'];
    const wordings = texts.map((text, index) => ({ text, before: index === 0 ? null : index - 1 }));
    expect(wordings.map((_, index) => passageHappened(wordings, index).what)).toEqual([
      'first',
      'reworded',
      'gone',
      'added',
    ]);
  });
});

describe('the newest edition', () => {
  it('is that of the highest number, also when an older one was corrected later', () => {
    const steps = ['1.0', '2.0', '10.0', '1.10'].map((label) => ({ edition: { label } }));
    expect(newestEdition([...steps, { edition: null }])?.label).toBe('10.0');
    expect(newestEdition([{ edition: null }])).toBeNull();
  });
});
