import { describe, expect, it } from '@jest/globals';
import { answerLines } from './answer-lines.js';
import { swapped } from './order.js';
import { isGiven, type Question } from './question.js';

const words = { yes: 'Đúng', no: 'Sai' };
const common = { stem: 'Câu hỏi', difficulty: 'easy' } as const;
const options = [
  { id: 'o1', text: 'Một' },
  { id: 'o2', text: 'Hai' },
];

describe('an answer in words', () => {
  it('names the chosen option, wherever it stands', () => {
    const question: Question = { type: 'single', ...common, options };
    expect(answerLines(question, { type: 'single', optionId: 'o2' }, words)).toEqual(['Hai']);
  });

  it('lists several in the order of the question', () => {
    const question: Question = { type: 'multiple', ...common, options };
    const answer = { type: 'multiple' as const, optionIds: ['o2', 'o1'] };
    expect(answerLines(question, answer, words)).toEqual(['Một', 'Hai']);
  });

  it('says each judgement, and leaves out those not made', () => {
    const question: Question = { type: 'kprim', ...common, options };
    const answer = { type: 'kprim' as const, judged: { o2: false } };
    expect(answerLines(question, answer, words)).toEqual(['Hai: Sai']);
  });

  it('pairs, orders and fills', () => {
    const matching: Question = { type: 'matching', ...common, lefts: options, rights: options };
    expect(answerLines(matching, { type: 'matching', matches: { o1: 'o2' } }, words)).toEqual([
      'Một → Hai',
    ]);
    const ordering: Question = { type: 'ordering', ...common, items: options };
    expect(answerLines(ordering, { type: 'ordering', order: ['o2', 'o1'] }, words)).toEqual([
      '1. Hai',
      '2. Một',
    ]);
    const gaps: Question = { type: 'gaps', ...common, segments: [{ text: 'A ' }, { gapId: 'g' }] };
    expect(answerLines(gaps, { type: 'gaps', texts: { g: 'mười' } }, words)).toEqual(['mười']);
  });

  it('is empty when nothing was given or the types differ', () => {
    const question: Question = { type: 'single', ...common, options };
    expect(answerLines(question, null, words)).toEqual([]);
    expect(answerLines(question, { type: 'single', optionId: null }, words)).toEqual([]);
    expect(answerLines(question, { type: 'numeric', text: '1' }, words)).toEqual([]);
  });

  it('counts an emptied field as nothing', () => {
    expect(isGiven({ type: 'short', text: '  ' })).toBe(false);
    expect(isGiven({ type: 'multiple', optionIds: [] })).toBe(false);
    expect(isGiven({ type: 'gaps', texts: { g: '' } })).toBe(false);
  });
});

describe('moving a thing in an order', () => {
  it('exchanges two places and refuses places outside', () => {
    expect(swapped(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(swapped(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});
