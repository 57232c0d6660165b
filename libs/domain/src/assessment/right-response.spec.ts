import { describe, expect, it } from '@jest/globals';
import type { QuestionCommon, QuestionContent } from '../curriculum/question-content.js';
import { gradeQuestion, ONE_MARK } from './grading.js';
import { rightResponse } from './right-response.js';

const common: QuestionCommon = {
  stem: 'Câu hỏi',
  feedback: '',
  lessonId: null,
  outcome: null,
  difficulty: 'easy',
  tags: [],
};
const option = (id: string, correct: boolean) => ({ id, text: id, correct, feedback: '' });
const options = [option('a', false), option('b', true), option('c', true)];

const questions: readonly QuestionContent[] = [
  { ...common, type: 'single', options: options.slice(0, 2) },
  { ...common, type: 'truefalse', options: options.slice(0, 2) },
  { ...common, type: 'multiple', options },
  { ...common, type: 'kprim', options },
  { ...common, type: 'short', accepted: ['Tờ trình', 'tờ trình'] },
  { ...common, type: 'numeric', answer: '12.5', tolerance: '0', unit: 'ngày' },
  { ...common, type: 'numeric', answer: '1.125', tolerance: '0', unit: 'ha' },
  {
    ...common,
    type: 'matching',
    pairs: [
      { id: 'p', left: '1', rightId: 'x', right: 'một' },
      { id: 'q', left: '2', rightId: 'y', right: 'hai' },
    ],
  },
  {
    ...common,
    type: 'ordering',
    order: [
      { id: '2', text: 'đầu' },
      { id: '1', text: 'cuối' },
    ],
  },
  {
    ...common,
    type: 'gaps',
    segments: [{ text: 'Ai ' }, { gapId: 'g', accepted: ['làm', 'Làm'] }],
  },
];

describe('the right response', () => {
  it.each(questions)('earns the whole of a $type question', (question) => {
    expect(gradeQuestion(question, rightResponse(question)).points).toBe(ONE_MARK);
  });
});
