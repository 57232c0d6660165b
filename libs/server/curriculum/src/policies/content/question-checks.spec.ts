import { describe, expect, it } from '@jest/globals';
import type { QuestionContent } from '@cam-nang/domain';
import { questionProblems } from './question-rules.js';
import { questionSchema } from './question-schema.js';
import { repairQuestionIds } from './repair-question-ids.js';

const COMMON = {
  stem: 'Hỏi?',
  feedback: '',
  lessonId: null,
  outcome: null,
  difficulty: 'easy',
  tags: [],
} as const;

function option(id: string, text: string, correct = false) {
  return { id, text, correct, feedback: '' };
}

function parse(question: unknown): QuestionContent {
  let count = 0;
  return repairQuestionIds(questionSchema.parse(question), () => `n${(count += 1)}`);
}

function problems(question: unknown) {
  return questionProblems(parse(question)).map(({ path, code }) => `${path} ${code}`);
}

describe('a question', () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      'with one right option',
      { ...COMMON, type: 'single', options: [option('a', 'A', true), option('b', 'B')] },
      [],
    ],
    [
      'with two right options where one is asked',
      { ...COMMON, type: 'single', options: [option('a', 'A', true), option('b', 'B', true)] },
      ['options right_options'],
    ],
    [
      'with options that say the same',
      { ...COMMON, type: 'multiple', options: [option('a', 'A', true), option('b', 'A')] },
      ['options.1 text_twice'],
    ],
    [
      'of true or false with three options',
      {
        ...COMMON,
        type: 'truefalse',
        options: [option('a', 'A', true), option('b', 'B'), option('c', 'C')],
      },
      ['options two_options'],
    ],
    [
      'with every statement false',
      { ...COMMON, type: 'kprim', options: [option('a', 'A'), option('b', 'B')] },
      [],
    ],
    [
      'with a tolerance below zero',
      { ...COMMON, type: 'numeric', answer: '5', tolerance: '-1', unit: 'ngày' },
      ['tolerance tolerance_negative'],
    ],
    [
      'with pairs that share a side',
      {
        ...COMMON,
        type: 'matching',
        pairs: [
          { id: 'a', left: 'L', rightId: 'x', right: 'R' },
          { id: 'b', left: 'M', rightId: 'y', right: 'R' },
        ],
      },
      ['pairs.1 text_twice'],
    ],
    [
      'without a gap',
      { ...COMMON, type: 'gaps', segments: [{ text: 'x' }] },
      ['segments gap_missing'],
    ],
  ])('%s', (_name, question, expected) => {
    expect(problems(question)).toEqual(expected);
  });

  it.each([
    ['of no type', { ...COMMON, type: 'essay' }],
    [
      'with a number that is none',
      { ...COMMON, type: 'numeric', answer: '1e5', tolerance: '0', unit: '' },
    ],
    ['with a zero byte', { ...COMMON, stem: 'a\u0000b', type: 'short', accepted: ['x'] }],
    ['with half a character', { ...COMMON, stem: 'a\ud800b', type: 'short', accepted: ['x'] }],
    ['with one option', { ...COMMON, type: 'single', options: [option('a', 'A', true)] }],
  ])('%s is refused', (_name, question) => {
    expect(questionSchema.safeParse(question).success).toBe(false);
  });

  it('keeps ids that came along, and gives copies and nameless parts one of their own', () => {
    const question = parse({
      ...COMMON,
      type: 'single',
      options: [
        option('o1', 'A', true),
        option('o1', 'B'),
        { text: 'C', correct: false, feedback: '' },
        option('bad id!', 'D'),
      ],
    });
    const ids = 'options' in question ? question.options.map(({ id }) => id) : [];
    expect(ids).toEqual(['o1', 'n1', 'n2', 'n3']);
  });

  it('drops what it does not know', () => {
    expect(parse({ ...COMMON, type: 'short', accepted: ['x'], secret: 1 })).not.toHaveProperty(
      'secret',
    );
  });
});
