import { describe, expect, it } from '@jest/globals';
import type { QuestionContent } from './question-content.js';
import { isUnwritten, UNWRITTEN_PARTS, UNWRITTEN_STEM } from './unwritten-question.js';

const common = {
  feedback: '',
  lessonId: null,
  outcome: null,
  difficulty: 'easy',
  tags: [],
} as const;
const [one, two] = UNWRITTEN_PARTS;
const option = (id: string, text: string) => ({ id, text, correct: id === 'a', feedback: '' });
const single = (stem: string, ...texts: readonly string[]): QuestionContent => ({
  ...common,
  type: 'single',
  stem,
  options: texts.map((text, index) => option('abc'.charAt(index), text)),
});

describe('a question that nobody has written', () => {
  it.each<[string, QuestionContent, boolean]>([
    ['as it was made', single(UNWRITTEN_STEM, one, two), true],
    ['with a stem of its own only', single('Ai ký?', one, two), true],
    ['with one option left', single('Ai ký?', 'Chủ tịch', ` ${two} `), true],
    ['with the stem left', single(UNWRITTEN_STEM, 'Chủ tịch', 'Thư ký'), true],
    ['written', single('Ai ký?', 'Chủ tịch', 'Thư ký'), false],
    [
      'made a number',
      { ...common, type: 'numeric', stem: 'Mấy?', answer: '1', tolerance: '0', unit: '' },
      false,
    ],
    ['made a short text', { ...common, type: 'short', stem: 'Tên?', accepted: [one] }, true],
    [
      'made an order',
      { ...common, type: 'ordering', stem: 'Xếp', order: [{ id: 'a', text: one }] },
      true,
    ],
    [
      'made pairs',
      {
        ...common,
        type: 'matching',
        stem: 'Nối',
        pairs: [{ id: 'a', left: one, rightId: 'b', right: 'Sở' }],
      },
      true,
    ],
    [
      'made gaps',
      { ...common, type: 'gaps', stem: 'Điền', segments: [{ gapId: 'a', accepted: [one] }] },
      true,
    ],
  ])('is found: %s', (_name, question, expected) => {
    expect(isUnwritten(question)).toBe(expected);
  });
});
